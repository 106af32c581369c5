import type { FastifyRequest } from 'fastify';
import { forbidden, isSignedIn, type Identity } from '#platform';

/** A person who is there themselves. */
export type Themselves = Identity & { readonly personId: string };

/**
 * Who is asking, for what nobody can do for another: not even staff who act for somebody else.
 *
 * @throws Problem 403 for whoever acts for somebody else, or is not signed in
 */
export function themselves({ identity }: Pick<FastifyRequest, 'identity'>): Themselves {
  if (!isSignedIn(identity)) throw forbidden('You need to sign in.');
  if (identity.actor !== null) {
    throw forbidden(`You act for ${identity.name}. This is for them alone: stop acting for them first.`);
  }
  return identity;
}
