import type { Temporal } from 'temporal-polyfill';
import type { ShutReason } from '../../catalogue/domain/booking-window.js';
import type { Code, FreeAllocation, Pool, TicketType } from '../../catalogue/domain/catalogue.js';

/** Why places cannot be had. The code is stable: programs may rely on it. */
export type Refusal =
  | { readonly code: 'not-on-sale'; readonly shut: ShutReason; readonly at: Temporal.Instant | null }
  | {
      readonly code: 'not-on-sale';
      readonly ticketType: TicketType;
      readonly why: 'not-yet' | 'ended' | 'withdrawn' | 'hidden' | 'not-for-category';
      readonly at: Temporal.Instant | null;
    }
  | {
      readonly code: 'sold-out' | 'organisation-limit';
      readonly pool: Pool;
      readonly left: number;
      readonly wanted: number;
    }
  | { readonly code: 'queue-first'; readonly what: string }
  | {
      readonly code: 'allocation-used';
      readonly ticketType: TicketType;
      readonly usedUp: readonly FreeAllocation[];
    }
  | { readonly code: 'code-used'; readonly typed: Code; readonly left: number; readonly wanted: number };
