import { z } from 'zod';
import { createDocument, type ZodOpenApiPathsObject } from 'zod-openapi';
import { anybody, json, problemsAbout } from '#platform';
import { apiPath, type ApiPart } from './api-part.js';
import { apiParts } from './api-parts.js';

const about = `The network’s stands at conferences of others: exhibitions, the team, the rota, what happens on the stand, and what is
taken there; the same that the pages do, for the same people.

A visitor reads what is published. With a bearer token of a person’s own you read and do what that person may; staff run the
stands. Money is whole pence, days are ISO dates on the clock of Europe/London, instants are exact. Lists come in pages: send
\`nextCursor\` as \`cursor\` until it is \`null\`. Errors are \`application/problem+json\` (RFC 9457) with a stable \`code\`.`;

const problems = problemsAbout('exhibition');

/**
 * The description of the API (OpenAPI 3.1), made from the very schemas that check what is sent.
 *
 * @param publicUrl the site's own address
 */
export function apiDocument(publicUrl: string) {
  return createDocument({
    openapi: '3.1.1',
    info: {
      title: 'Exhibition stands',
      version: '1',
      description: about,
      license: { name: 'MIT', identifier: 'MIT' },
    },
    servers: [{ url: publicUrl }],
    tags: [...apiParts.flatMap(({ tags }) => tags), 'Description'].map((name) => ({ name })),
    components: {
      securitySchemes: {
        bearer: { type: 'http', scheme: 'bearer', description: 'A token that a person made for a program.' },
      },
    },
    paths: {
      ...together(apiParts),
      [`${apiPath}/openapi.json`]: {
        get: {
          operationId: 'describe',
          summary: 'This description',
          tags: ['Description'],
          security: anybody,
          responses: { 200: json('OpenAPI 3.1.', z.looseObject({ openapi: z.string() })), ...problems(403) },
        },
      },
    },
  });
}

/** At one address several features may each offer methods of their own. */
function together(parts: readonly ApiPart[]): ZodOpenApiPathsObject {
  const all: Record<string, ZodOpenApiPathsObject[string]> = {};
  for (const [path, item] of parts.flatMap(({ paths }) => Object.entries(paths))) {
    all[path] = { ...all[path], ...item };
  }
  return all;
}
