import { readCookie } from '#platform';
import type { RequestHead } from '../request-head.js';

/** What somebody shows to be known by. */
export interface Credential {
  readonly kind: 'session' | 'api-token';
  readonly secret: string;
}

/** `Bearer` and a token (RFC 6750 §2.1); the scheme's name is read in any case (RFC 9110 §11.1). */
const bearer = /^Bearer(?: +(.*))?$/i;

/**
 * What a request shows. API tokens count under `/api/` only, where they go before the cookie: a page's address must not
 * open with a header that another site's script could be made to send.
 *
 * @param cookieName of the session cookie
 * @returns `null` for a visitor
 */
export function credentialOf(
  { cookie, authorization }: Pick<RequestHead, 'cookie' | 'authorization'>,
  path: string,
  cookieName: string,
): Credential | null {
  if (authorization !== null && path.startsWith('/api/')) {
    const shown = bearer.exec(authorization);
    if (shown) return { kind: 'api-token', secret: shown[1]?.trim() ?? '' };
  }
  const secret = cookie === null ? null : readCookie(cookie, cookieName);
  return secret === null || secret === '' ? null : { kind: 'session', secret };
}

/** The cookies without that of the session, which is nobody's but the shell's and `members`'; `null` if none is left. */
export function withoutSession(cookie: string, cookieName: string): string | null {
  if (!cookie.includes(cookieName)) return cookie;
  const others = cookie.split(';').filter((pair) => pair.split('=', 1)[0]?.trim() !== cookieName);
  return others.length === 0 ? null : others.join(';').trim();
}
