import { createHash, timingSafeEqual } from 'node:crypto';
import { cannotConfirm, forbidden, readOnly, signInNeeded, type Problem } from '../errors/problem.js';
import type { Identity, Role } from '../identity/identity.js';
import { isSafe } from './same-origin.js';

/**
 * Who may call a route: anyone at all, whoever has one of these roles, or only other services of ours, which show the key
 * that they share (`Authorization: Bearer <INTERNAL_KEY>`); the shell passes nobody through to such a route. `link`: whoever
 * has the address, which holds a secret that allows one thing. Who asks is not looked at, so whatever comes in their
 * browser's cookies counts for nothing; it may come from our own pages or from a program, which names no site, and not from
 * another site's page. `link-from-anywhere`: the same, and from there as well, as the button of a mail program does (RFC 8058).
 */
export type Access = 'everyone' | 'services' | 'link' | 'link-from-anywhere' | readonly Role[];

/**
 * Who may call what in one service: `'GET /calendar/events/:ref': 'everyone'`. The only place where it is said. HEAD
 * follows GET.
 */
export type AccessTable = Readonly<Record<string, Access>>;

/** A route as the table names it. */
export function routeKey(method: string, path: string): string {
  return `${method === 'HEAD' ? 'GET' : method} ${path}`;
}

/**
 * What the table and the routes disagree on. A service with a route that is not in its table must not start: a route
 * that was forgotten would otherwise be open or shut by accident.
 *
 * @param routes keys of all routes that the service has
 * @returns a sentence for each disagreement; empty when there is none
 */
export function accessDisagreements(table: AccessTable, routes: ReadonlySet<string>): string[] {
  return [
    ...[...routes].filter((route) => !(route in table)).map((route) => `${route} is not in the access table`),
    ...Object.keys(table)
      .filter((route) => !routes.has(route))
      .map((route) => `${route} is in the access table but is no route`),
  ];
}

/**
 * Whether another service of ours is asking.
 *
 * @param authorization the request's header
 * @param key what services share; `undefined` where this one is asked by none
 */
export function isService(authorization: string | undefined, key: string | undefined): boolean {
  if (key === undefined || authorization === undefined) return false;
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(authorization), digest(`Bearer ${key}`));
}

/**
 * Whether a person may call a route.
 *
 * @returns the refusal, or `null` when the person may go on
 */
export function refusal(access: Access | undefined, identity: Identity, method: string): Problem | null {
  if (!isIncluded(access, identity)) {
    if (identity.state === 'unavailable') return cannotConfirm();
    if (identity.personId === null) return signInNeeded();
    return forbidden(
      'Your account does not have the rights that it needs. Ask the network’s staff if you think it should.',
    );
  }
  return identity.mayWrite || isSafe(method) ? null : readOnly();
}

function isIncluded(access: Access | undefined, { roles }: Identity): boolean {
  if (access === undefined || access === 'services') return false;
  return typeof access === 'string' || access.some((role) => roles.includes(role));
}
