import type { FastifyRequest } from 'fastify';
import { forbidden, isSignedIn, type Identity } from '#platform';

/** A person who is there themselves, with a browser. */
export type Themselves = Identity & { readonly personId: string };

/**
 * Who is asking, for what nobody can do for another: not staff who act for somebody else, nor a program with a token of the
 * person's, which could make itself others.
 *
 * @throws Problem 403 for whoever acts for somebody else, is a program, or is not signed in
 */
export function themselves({ identity }: Pick<FastifyRequest, 'identity'>): Themselves {
  if (!isSignedIn(identity)) throw forbidden('You need to sign in.');
  if (identity.actor !== null) {
    throw forbidden(`You act for ${identity.name}. This is for them alone: stop acting for them first.`);
  }
  if (identity.via !== 'session') throw forbidden('This is for people in their browsers, not for programs.');
  return identity;
}
