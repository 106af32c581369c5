import type { Temporal } from 'temporal-polyfill';

/** With what occasion people are told. */
export interface Telling {
  /** A UUID for it (the rota's, say): nobody is mailed twice about one. */
  readonly occasion: string;
  readonly now: Temporal.Instant;
  /** Of the request, or of the message that is being handled. */
  readonly correlationId: string;
}
