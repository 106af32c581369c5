import { anybody, json } from './describing.js';
import { describeApi, type Api, type ApiPart } from './api-description.js';
import { z } from 'zod';

const part = (tag: string, method: 'get' | 'post', path = '/api/v1/visits/trips'): ApiPart => ({
  tags: [tag],
  paths: {
    [path]: {
      [method]: {
        operationId: `${method}${tag}`,
        tags: [tag],
        security: anybody,
        responses: { 200: json('All of them.', z.strictObject({ items: z.array(z.string()) })) },
      },
    },
  },
});

const api = (...parts: ApiPart[]): Api => ({
  title: 'Visits',
  about: 'Journeys.',
  path: '/api/v1/visits',
  parts,
});

describe('describeApi', () => {
  it('tells of each part in order, and of itself', () => {
    const told = describeApi(api(part('Trips', 'get'), part('Hosts', 'get', '/x')), 'https://events.example');
    expect(told.info).toMatchObject({ title: 'Visits', description: 'Journeys.' });
    expect(told.servers).toEqual([{ url: 'https://events.example' }]);
    expect(told.tags?.map(({ name }) => name)).toEqual(['Trips', 'Hosts', 'Description']);
    expect(Object.keys(told.paths ?? {})).toEqual([
      '/api/v1/visits/trips',
      '/x',
      '/api/v1/visits/openapi.json',
    ]);
  });

  it('puts methods of several parts at one address together, and takes none for another', () => {
    const told = describeApi(api(part('Trips', 'get'), part('Plans', 'post')), 'https://events.example');
    expect(Object.keys(told.paths?.['/api/v1/visits/trips'] ?? {})).toEqual(['get', 'post']);
    expect(() => describeApi(api(part('Trips', 'get'), part('Plans', 'get')), 'https://x.example')).toThrow(
      'get /api/v1/visits/trips is described twice',
    );
  });
});
