import { z } from 'zod';
import type { MessageType, PayloadOf } from './registry.js';

/** What stands around every payload. */
export const envelope = z.object({
  /** UUIDv7; the same for every consumer and however often the message is delivered. */
  id: z.uuid(),
  type: z.string(),
  /** The thing that the message is about, and its version after what happened. */
  aggregate: z.object({ id: z.string().min(1), version: z.int().min(0) }),
  /** The id of the request that caused the message, however many messages lie between. */
  correlationId: z.string().min(1),
  /** When it was sent, an instant. */
  at: z.iso.datetime(),
  payload: z.unknown(),
});

/** A message of a type, its payload checked against the contract. */
export interface Message<Type extends MessageType = MessageType> {
  readonly id: string;
  readonly type: Type;
  readonly aggregate: { readonly id: string; readonly version: number };
  readonly correlationId: string;
  readonly at: string;
  readonly payload: PayloadOf<Type>;
}
