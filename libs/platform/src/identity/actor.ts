import type { FastifyRequest } from 'fastify';
import type { Identity } from './identity.js';

/** Who does something, for histories and the audit log. */
export interface Actor {
  readonly identity: Identity;
  /** The request that it was done with, to find it in the logs. */
  readonly requestId: string;
}

/** The same as the lines of histories keep it. */
export interface DoneBy {
  /** `null`: the system, or whoever has a link. */
  readonly personId: string | null;
  readonly personName: string;
  /** The member of staff who acted for them; `null`: they did it themselves. */
  readonly actorId: string | null;
  readonly actorName: string | null;
}

export const doneBy = ({ identity }: Pick<Actor, 'identity'>): DoneBy => ({
  personId: identity.personId,
  personName: identity.name,
  actorId: identity.actor?.personId ?? null,
  actorName: identity.actor?.name ?? null,
});

export function actorOf(request: FastifyRequest): Actor {
  return { identity: request.identity, requestId: request.id };
}
