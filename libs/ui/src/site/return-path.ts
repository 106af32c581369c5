import type { FastifyRequest } from 'fastify';
import { isSafe } from '#platform';

/** Longer addresses are not worth coming back to. */
const mostCharacters = 1000;

/** A path of this origin: one slash, never two (which would name another host). */
const ownPath = /^\/(?![/\\])/;

type Asked = Pick<FastifyRequest, 'method' | 'url' | 'headers'>;

function pathOfReferrer({ headers }: Asked, publicUrl: string): string | null {
  const { referer } = headers;
  if (referer === undefined || !URL.canParse(referer)) return null;
  const { origin, pathname, search } = new URL(referer);
  return origin === new URL(publicUrl).origin ? pathname + search : null;
}

/**
 * Where somebody who signs in now should be brought back to: the page they asked for or, where they sent a form, the one
 * that it stands on. `null` where there is none that can be asked for again.
 */
export function returnPath(request: Asked, publicUrl: string): string | null {
  const path = isSafe(request.method) ? request.url : pathOfReferrer(request, publicUrl);
  return path !== null && ownPath.test(path) && path.length <= mostCharacters ? path : null;
}

/**
 * The link to sign in and come back.
 *
 * @param signIn where people sign in; `null` while there is nowhere to
 */
export function signInLink(signIn: string | null, request: Asked, publicUrl: string): string | null {
  const back = signIn === null ? null : returnPath(request, publicUrl);
  // Nobody wants to come back to where they sign in.
  if (signIn === null || back === null || back.startsWith(signIn)) return signIn;
  return `${signIn}?return=${encodeURIComponent(back)}`;
}
