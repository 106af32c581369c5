import type { Temporal } from 'temporal-polyfill';
import type { Itinerary } from '../itinerary/read-itinerary.js';
import type { Visit } from '../visits/domain/visit.js';
import type { SheetDetails, SheetKind } from './domain/sheet.js';

/** Which sheet of a visit. */
export interface WhichSheet {
  readonly visitId: string;
  readonly kind: SheetKind;
  /** Of the host or the interpreter. */
  readonly subjectId: string;
}

/** Somebody to whom a sheet can be mailed. */
export interface SheetReader {
  readonly name: string;
  readonly email: string;
}

/** Whose sheet it is. */
export interface SheetSubject {
  readonly kind: SheetKind;
  readonly id: string;
  readonly name: string;
  /** What an interpreter interprets; none for a host. */
  readonly languages: readonly string[];
  readonly readers: readonly SheetReader[];
}

/** A link that was made for a sheet and not ended by staff. */
export interface SheetLink {
  readonly id: string;
  readonly secret: string;
  /** The first instant at which it leads nowhere any more; it may have passed. */
  readonly endsAt: Temporal.Instant;
  /** `null`: it was not mailed by us. */
  readonly sent: {
    readonly at: Temporal.Instant;
    readonly to: string | null;
    readonly number: number;
  } | null;
  /** `null`: nobody has opened it. */
  readonly opened: { readonly at: Temporal.Instant; readonly number: number } | null;
}

/** The sheet of a host or an interpreter, as staff look after it. */
export interface Sheet extends SheetDetails {
  readonly visit: Visit;
  readonly subject: SheetSubject;
  readonly itinerary: Itinerary;
  /** Of what staff say on it; 0: they have said nothing yet. */
  readonly version: number;
  /** `null` where nothing of it is kept yet. */
  readonly id: string | null;
  readonly link: SheetLink | null;
}
