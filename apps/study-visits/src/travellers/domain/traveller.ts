import type { PlaceKind } from '../../visits/domain/visit.js';

/** Whether somebody takes one of the visit's places, or leads it. */
export type TravellerPart = 'delegate' | 'leader';

export type TravellerStatus = 'confirmed' | 'withdrawn';

/** Somebody who travels with a visit, or was to. */
export interface Traveller {
  readonly id: string;
  readonly visitId: string;
  /** 1 for the first of the visit; stays theirs. */
  readonly number: number;
  readonly part: TravellerPart;
  /** `null`: they never applied, as a leader or in somebody's place. */
  readonly applicationId: string | null;
  /** `null`: they are not known as a person of the site. */
  readonly personId: string | null;
  readonly name: string;
  /** `null` once they are forgotten. */
  readonly email: string | null;
  readonly phone: string | null;
  readonly jobTitle: string;
  readonly organisationId: string | null;
  readonly organisationName: string;
  /** Their organisation's, as they were accepted; `null`: it was no member. */
  readonly category: string | null;
  /** Which of the places is theirs; `null` for a leader, who takes none. */
  readonly countsAs: PlaceKind | null;
  /** Whether the place costs them nothing. */
  readonly funded: boolean;
  readonly status: TravellerStatus;
  /** In whose place they came. */
  readonly replaces: string | null;
  /** Rises with each change of who it is and of the status. */
  readonly version: number;
}
