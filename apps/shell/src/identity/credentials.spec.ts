import fc from 'fast-check';
import { readCookie } from '#platform';
import { credentialOf, withoutSession } from './credentials.js';

const of = (path: string, cookie: string | null, authorization: string | null = null) =>
  credentialOf({ cookie, authorization }, path, 'session');

describe('credentialOf', () => {
  it('reads the session among other cookies', () => {
    const session = { kind: 'session', secret: 'abc' };
    expect(of('/calendar', 'session=abc')).toEqual(session);
    expect(of('/calendar', 'flash=x; session=abc; theme=dark')).toEqual(session);
    expect(of('/api/v1/members/people', 'session=abc')).toEqual(session);
  });

  it.each([
    'my-session=abc',
    'session2=abc',
    'flash=session=abc',
    'session=',
    '__Host-session=abc',
    'session',
  ])('takes %p for no session', (cookie) => {
    expect(of('/calendar', cookie)).toBeNull();
  });

  it('reads an API token under /api/ only, before any cookie', () => {
    const token = { kind: 'api-token', secret: 'nea_x' };
    expect(of('/api/v1/members/people', null, 'Bearer nea_x')).toEqual(token);
    expect(of('/api/v1/members/people', 'session=abc', 'bearer  nea_x ')).toEqual(token);
    for (const path of ['/calendar', '/members/api/', '/apis', '/'])
      expect(of(path, null, 'Bearer nea_x')).toBeNull();
    expect(of('/calendar', 'session=abc', 'Bearer nea_x')).toEqual({ kind: 'session', secret: 'abc' });
  });

  it('does not make a visitor of a program whose token is missing', () => {
    expect(of('/api/v1/members/people', null, 'Bearer')).toEqual({ kind: 'api-token', secret: '' });
    expect(of('/api/v1/members/people', null, 'Basic abc')).toBeNull();
  });
});

describe('withoutSession', () => {
  const name = fc.constantFrom('session', '__Host-session', 'flash', 'my-session', 'session2', ' session ');
  const pairs = fc.array(fc.tuple(name, fc.stringMatching(/^[\w=-]{0,8}$/)), { minLength: 1, maxLength: 5 });

  it('leaves every cookie but the session, and that in no place', () => {
    fc.assert(
      fc.property(pairs, (cookies) => {
        const header = cookies.map(([key, value]) => `${key}=${value}`).join('; ');
        const left = withoutSession(header, 'session');
        expect(readCookie(left ?? undefined, 'session')).toBeNull();
        const others = cookies.filter(([key]) => key.trim() !== 'session');
        expect(left ?? '').toBe(
          others
            .map(([key, value]) => `${key}=${value}`)
            .join('; ')
            .trim(),
        );
      }),
    );
  });
});
