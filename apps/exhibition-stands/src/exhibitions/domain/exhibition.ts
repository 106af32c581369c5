import type { Contact } from '#checks';
import type { RotaRules, RotaWeights } from '../../rota/domain/problem.js';
import type { Opening } from './openings.js';

/** What becomes of an exhibition; see `status.ts`. */
export type ExhibitionStatus = 'draft' | 'published' | 'over' | 'cancelled';

export const dayKinds = ['build-up', 'open', 'break-down'] as const;

/** What is done on the stand. */
export type DayKind = (typeof dayKinds)[number];

/** When something is done on the stand: by the clock, and as instants. */
export interface ExhibitionDay extends Opening {
  /** ISO: `2027-09-26`. */
  readonly day: string;
  readonly kind: DayKind;
  /** Clock time in the exhibition's zone: `09:00`. */
  readonly opens: string;
  /** Not after `opens`: on the next day. */
  readonly closes: string;
}

/** An exhibition as the features of this app know it. */
export interface Exhibition {
  readonly id: string;
  /** Its name in addresses: `labour-2027`. */
  readonly slug: string;
  readonly title: string;
  /** Whose conference it is: "The Labour Party". */
  readonly host: string;
  readonly city: string;
  readonly venue: string | null;
  readonly hall: string | null;
  readonly standNumber: string | null;
  /** IANA; that of all its clock times. */
  readonly zone: string;
  /** ISO. */
  readonly firstDay: string;
  readonly lastDay: string;
  readonly status: ExhibitionStatus;
  /** Why it was called off; everybody reads it. */
  readonly statusReason: string | null;
  /** Plain text. */
  readonly summary: string;
  /** Markdown. */
  readonly description: string;
  /** The host's exhibition office, the venue, the carrier. */
  readonly contacts: readonly Contact[];
  readonly passesNeeded: boolean;
  /** From other places of the conference to the stand. */
  readonly walkingMinutes: number;
  readonly swapsNeedApproval: boolean;
  /** The usual rules with what staff set otherwise here; its own walking minutes; no limits of passes. */
  readonly rules: RotaRules;
  readonly weights: RotaWeights;
  /** Rises with each change of the exhibition itself. */
  readonly version: number;
  /** In the order in which they begin. */
  readonly days: readonly ExhibitionDay[];
}
