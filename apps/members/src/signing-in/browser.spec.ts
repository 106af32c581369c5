import type { FastifyRequest } from 'fastify';
import type { Site } from '#ui';
import { SignInCookies } from './browser.js';

const at = (publicUrl: string) => new SignInCookies({ publicUrl } as Site);
const secure = at('https://events.example.org');
const local = at('http://localhost:3000');

const asked = (cookie: string) => ({ headers: { cookie } }) as FastifyRequest;

describe('the cookies of signing in', () => {
  it('on https can be set by this very host alone, and go over https alone', () => {
    const cookies = [secure.asking('a'), ...secure.signedIn('s', 'k'), secure.signedOut()];
    for (const cookie of cookies) {
      expect(cookie).toMatch(
        /^__Host-(session|signing-in|known)=\w?; Path=\/; Max-Age=\d+; HttpOnly; SameSite=Lax; Secure$/,
      );
    }
  });

  it('on plain http, as on one’s own machine, go without', () => {
    expect(local.asking('a')).toBe('signing-in=a; Path=/; Max-Age=3600; HttpOnly; SameSite=Lax');
    expect(local.signedIn('s', 'k')[0]).toBe('session=s; Path=/; Max-Age=7776000; HttpOnly; SameSite=Lax');
  });

  it('are read by their own names alone: without the prefix anybody could have planted them', () => {
    const planted = 'session=planted; signing-in=planted; known=planted';
    expect(secure.read(asked(planted))).toMatchObject({
      askingSecret: null,
      sessionSecret: null,
      knownMark: null,
    });
    expect(
      secure.read(asked(`${planted}; __Host-session=s; __Host-signing-in=a; __Host-known=k`)),
    ).toMatchObject({
      askingSecret: 'a',
      sessionSecret: 's',
      knownMark: 'k',
    });
  });
});
