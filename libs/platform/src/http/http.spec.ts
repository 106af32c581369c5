import { unconfirmed, visitor, type Identity } from '../identity/identity.js';
import { accessDisagreements, refusal, routeKey } from './access.js';
import { acceptsGzip } from './finished-answer.js';
import { isForeign, isSafe, isSameOrigin } from './same-origin.js';

const staff: Identity = {
  ...visitor,
  personId: 'p',
  name: 'S',
  roles: ['person', 'staff'],
  via: 'session',
  state: 'confirmed',
};

describe('the access table', () => {
  it('names a route that was forgotten and one that is gone', () => {
    const table = { 'GET /a': 'everyone', 'GET /gone': ['staff'] } as const;
    expect(accessDisagreements(table, new Set(['GET /a', 'POST /new']))).toEqual([
      'POST /new is not in the access table',
      'GET /gone is in the access table but is no route',
    ]);
  });

  it('lets in who has one of the roles, and nobody where nothing is said', () => {
    expect(refusal('everyone', visitor, 'POST')).toBeNull();
    expect(refusal(['staff', 'admin'], staff, 'POST')).toBeNull();
    expect(refusal(['admin'], staff, 'GET')).toMatchObject({ status: 403, code: 'forbidden' });
    expect(refusal(['person'], visitor, 'GET')).toMatchObject({ status: 403, code: 'sign-in-needed' });
    expect(refusal(undefined, staff, 'GET')).toMatchObject({ status: 403 });
    expect(refusal('services', staff, 'GET')).toMatchObject({ status: 403 });
  });

  it('lets a token that may only read change nothing, wherever', () => {
    const reader = { ...staff, mayWrite: false };
    for (const access of ['everyone', ['staff']] as const) {
      for (const method of ['GET', 'HEAD', 'OPTIONS']) expect(refusal(access, reader, method)).toBeNull();
      for (const method of ['POST', 'PUT', 'PATCH', 'DELETE'])
        expect(refusal(access, reader, method)).toMatchObject({ status: 403, code: 'read-only' });
    }
  });

  it('tells whoever cannot be confirmed so, and lets them do what everybody may', () => {
    expect(refusal(['person'], unconfirmed, 'GET')).toMatchObject({ status: 503 });
    expect(refusal('everyone', unconfirmed, 'POST')).toBeNull();
  });

  it('takes HEAD as GET', () => {
    expect(routeKey('HEAD', '/a')).toBe('GET /a');
  });
});

describe('isSameOrigin', () => {
  const origin = 'https://events.example.org';
  it.each([
    [{ 'sec-fetch-site': 'same-origin' }, true],
    [{ 'sec-fetch-site': 'same-site' }, false],
    [{ 'sec-fetch-site': 'cross-site', origin }, false],
    [{ 'sec-fetch-site': 'none' }, false],
    [{ origin }, true],
    [{ origin: 'https://evil.example.org' }, false],
    [{ origin: 'null' }, false],
    [{}, false],
  ])('%j → %p', (headers, expected) => {
    expect(isSameOrigin(headers, origin)).toBe(expected);
  });

  it.each([
    [{}, false],
    [{ 'sec-fetch-site': 'same-origin', origin: 'null' }, false],
    [{ origin }, false],
    [{ 'sec-fetch-site': 'same-site' }, true],
    [{ 'sec-fetch-site': 'cross-site', origin }, true],
    [{ origin: 'https://evil.example.org' }, true],
    [{ origin: 'null' }, true],
  ])('is not what another site sends, as %j says: %p', (headers, expected) => {
    expect(isForeign(headers, origin)).toBe(expected);
  });

  it('is asked only of methods that change something', () => {
    expect(['GET', 'HEAD', 'OPTIONS', 'POST', 'PUT', 'PATCH', 'DELETE'].filter(isSafe)).toEqual([
      'GET',
      'HEAD',
      'OPTIONS',
    ]);
  });
});

describe('acceptsGzip', () => {
  it.each([
    ['gzip', true],
    ['deflate, gzip;q=0.5, br', true],
    ['*', true],
    ['gzip;q=0', false],
    ['br', false],
    ['x-gzip-not', false],
    [undefined, false],
  ])('%p → %p', (header, expected) => {
    expect(acceptsGzip(header)).toBe(expected);
  });
});
