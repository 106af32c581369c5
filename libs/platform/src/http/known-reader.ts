import { createHash } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import { unconfirmed, visitor, type Identity } from '../identity/identity.js';
import { identityHeader, identityUnavailable, type TokenVerifier } from '../identity/verify-token.js';

/** Who is asking, where that can be told without waiting; `null` where it cannot. */
export type KnownReader = (headers: IncomingHttpHeaders) => Identity | null;

/** Knows visitors, and whoever's token was verified before. */
export function knownReader(verifier: TokenVerifier | null): KnownReader {
  return (headers) => {
    const token = headers[identityHeader];
    if (typeof token !== 'string') return visitor;
    if (token === identityUnavailable) return unconfirmed;
    return verifier === null ? visitor : verifier.remembered(token);
  };
}

const keys = new WeakMap<Identity, string>([[visitor, '']]);

/**
 * All that an answer may differ by between two readers, as one short text: two readers have the same key exactly if
 * everything about them but the session is the same. Visitors have the empty one.
 */
export function readerKey(identity: Identity): string {
  const known = keys.get(identity);
  if (known !== undefined) return known;
  const { personId, name, roles, boards, via, actor, mayWrite, state } = identity;
  const acting = actor === null ? null : [actor.personId, actor.name];
  const all = JSON.stringify([personId, name, roles, boards, via, acting, mayWrite, state]);
  const key = createHash('sha256').update(all).digest('base64url');
  keys.set(identity, key);
  return key;
}
