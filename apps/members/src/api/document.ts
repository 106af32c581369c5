import { z } from 'zod';
import { createDocument } from 'zod-openapi';
import { anybody, json, problemsAbout } from '#platform';
import { organisationPaths } from '../organisations/api/organisation-paths.js';
import { peoplePaths } from '../people/api/people-paths.js';
import { openApiPath } from './addresses.js';

const about = `The network’s organisations and people, for its staff: the same that their pages show, by the same rules.

Every call takes a bearer token that a person made for a program; it may do what that person may. Lists come in pages: send
\`nextCursor\` as \`cursor\` until it is \`null\`. Errors are \`application/problem+json\` (RFC 9457) with a stable \`code\`.`;

/**
 * The description of the API (OpenAPI 3.1), made from the very schemas that check what is sent.
 *
 * @param publicUrl the site's own address
 */
export function apiDocument(publicUrl: string) {
  return createDocument({
    openapi: '3.1.1',
    info: { title: 'Members', version: '1', description: about, license: { name: 'MIT', identifier: 'MIT' } },
    servers: [{ url: publicUrl }],
    tags: [{ name: 'Organisations' }, { name: 'People' }, { name: 'Description' }],
    components: {
      securitySchemes: {
        bearer: { type: 'http', scheme: 'bearer', description: 'A token that a person made for a program.' },
      },
    },
    paths: {
      ...organisationPaths,
      ...peoplePaths,
      [openApiPath]: {
        get: {
          operationId: 'describe',
          summary: 'This description',
          tags: ['Description'],
          security: anybody,
          responses: {
            200: json('OpenAPI 3.1.', z.looseObject({ openapi: z.string() })),
            ...problemsAbout('description')(403),
          },
        },
      },
    },
  });
}
