/** What becomes of an exhibition; see the transitions in this folder. */
export type ExhibitionStatus = 'draft' | 'published' | 'over' | 'cancelled';

/** What is done on the stand. */
export type DayKind = 'build-up' | 'open' | 'break-down';

/** Somebody to turn to: the host's exhibition office, the venue, the carrier. */
export interface Contact {
  readonly name: string;
  /** "Exhibition office" */
  readonly role: string;
  readonly phone: string | null;
  readonly email: string | null;
}
