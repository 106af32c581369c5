import { Validator } from '@seriousme/openapi-schema-validator';
import { access } from '../../../apps/events-calendar/src/access.js';
import { startApi, type ApiUnderTest } from './api-client.js';

const methods = new Set(['get', 'put', 'post', 'delete', 'patch']);

describe('the API’s description', () => {
  let api: ApiUnderTest;
  beforeAll(async () => {
    api = await startApi();
  });
  afterAll(() => api.stop());

  const operations = () =>
    Object.entries(api.document.paths).flatMap(([path, item]) =>
      Object.entries(item)
        .filter(([method]) => methods.has(method))
        .map(([method, operation]) => ({
          key: `${method.toUpperCase()} ${path.replaceAll(/\{(\w+)\}/g, ':$1')}`,
          operation,
        })),
    );

  it('is OpenAPI 3.1', async () => {
    expect(api.document.openapi).toMatch(/^3\.1\./);
    const result = await new Validator().validate(
      structuredClone(api.document) as object as Record<string, unknown>,
    );
    expect(result.errors).toBeUndefined();
    expect(result.valid).toBe(true);
  });

  it('names the site’s own address', () => {
    expect(api.document.servers).toEqual([{ url: api.system.urls['shell'] }]);
  });

  it('describes every address of the API and no other', () => {
    const routes = Object.keys(access).filter((route) => route.includes(' /api/'));
    expect(
      operations()
        .map(({ key }) => key)
        .sort(),
    ).toEqual(routes.sort());
  });

  it('asks for a token where the access table does', () => {
    for (const { key, operation } of operations()) {
      const isForAll = operation.security.some((one) => Object.keys(one).length === 0);
      expect([key, isForAll ? 'everyone' : ['staff', 'admin']]).toEqual([key, access[key]]);
    }
  });
});
