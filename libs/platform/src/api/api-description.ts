import { z } from 'zod';
import { createDocument, type ZodOpenApiPathsObject } from 'zod-openapi';
import { anybody, json, problemsAbout } from './describing.js';

/** What a feature offers to programs, for the description of the API. */
export interface ApiPart {
  /** What its operations are grouped under: "Conferences". */
  readonly tags: readonly string[];
  readonly paths: ZodOpenApiPathsObject;
}

/** A service's API. */
export interface Api {
  /** "Conference registration" */
  readonly title: string;
  /** What it is for and how it is used; Markdown. */
  readonly about: string;
  /** Where it is: `/api/v1/conference-registration`. */
  readonly path: string;
  /** In the order of the description. At one address several may each offer methods of their own. */
  readonly parts: readonly ApiPart[];
}

/** Where an API says what it offers. */
export const descriptionPath = ({ path }: Pick<Api, 'path'>): string => `${path}/openapi.json`;

/**
 * The description of an API (OpenAPI 3.1), made from the very schemas that check what is sent.
 *
 * @param publicUrl the site's own address
 * @throws Error when two parts offer one method at one address
 */
export function describeApi(api: Api, publicUrl: string) {
  return createDocument({
    openapi: '3.1.1',
    info: {
      title: api.title,
      version: '1',
      description: api.about,
      license: { name: 'MIT', identifier: 'MIT' },
    },
    servers: [{ url: publicUrl }],
    tags: [...api.parts.flatMap(({ tags }) => tags), 'Description'].map((name) => ({ name })),
    components: {
      securitySchemes: {
        bearer: { type: 'http', scheme: 'bearer', description: 'A token that a person made for a program.' },
      },
    },
    paths: together([...api.parts, ofItself(api)]),
  });
}

const ofItself = (api: Api): ApiPart => ({
  tags: ['Description'],
  paths: {
    [descriptionPath(api)]: {
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

function together(parts: readonly ApiPart[]): ZodOpenApiPathsObject {
  const all: Record<string, ZodOpenApiPathsObject[string]> = {};
  for (const [path, item] of parts.flatMap(({ paths }) => Object.entries(paths))) {
    const before = all[path] ?? {};
    const twice = Object.keys(item).find((method) => Object.hasOwn(before, method));
    if (twice !== undefined) throw new Error(`${twice} ${path} is described twice`);
    all[path] = { ...before, ...item };
  }
  return all;
}
