import type { Temporal } from 'temporal-polyfill';
import type { Code } from '../../catalogue/domain/catalogue.js';
import type { Payer } from '../../pricing/domain/price.js';

/** One place that somebody is to have. */
export interface Wanted {
  readonly ticketTypeId: string;
  /** `null` where nobody is to have it yet: a place that a code or an offer keeps. */
  readonly delegateId: string | null;
  /** Its delegate waits to be accepted, so it takes nothing yet. A ticket that needs approval is always so. */
  readonly applies?: boolean;
  /** An application's place, which is taken now that it is accepted. */
  readonly takesUp?: string;
}

/** A place that there is already: kept by a code or an offer, or applied for. */
export interface KeptPlace {
  readonly id: string;
  readonly ticketTypeId: string;
  readonly status: 'reserved' | 'offered' | 'applied';
  /** The counts that it is in already. */
  readonly countIds: readonly string[];
}

/** Whose places they are to be, and how. */
export interface Taking extends Payer {
  /** What limits for each organisation go by; `null`: by nobody yet. */
  readonly organisationKey: string | null;
  readonly status: 'reserved' | 'offered' | 'held' | 'confirmed';
  readonly code: Code | null;
  /** The present moment, and the day whose prices hold, where the conference is. */
  readonly now: Temporal.Instant;
  readonly on: Temporal.PlainDate;
  /** A new booking, for which the conference must be open; what is booked already may be changed while it is not. */
  readonly isNew: boolean;
  /** Staff go over limits on purpose. */
  readonly isOver: boolean;
  /**
   * Where places are exchanged: how many each limit had given out before the old ones were given back, by its count's id. A
   * limit that comes to no more than that has no say, whoever waits and however full it is.
   */
  readonly stood?: ReadonlyMap<string, number>;
}
