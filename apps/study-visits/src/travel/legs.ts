import type { Temporal } from 'temporal-polyfill';
import { notFound, type Problem } from '#platform';
import type { LegDetails, LegStatus } from './domain/leg.js';
import type { LegPlace } from './domain/places.js';

/** A leg as the features of this app know it. */
export interface Leg extends LegDetails {
  readonly id: string;
  readonly visitId: string;
  readonly status: LegStatus;
  /** Why it was cancelled. */
  readonly statusReason: string | null;
  /** Rises with each change of the leg and of who is on it. */
  readonly version: number;
  readonly changedAt: Temporal.Instant;
}

/** A leg with those on it, by their numbers. */
export interface LegWithPlaces extends Leg {
  readonly places: readonly LegPlace[];
}

/** A leg as one traveller takes it. */
export interface OwnLeg extends Leg {
  readonly bookingReference: string | null;
  readonly seat: string | null;
}

/** 404: the visit has no such leg; one of another visit looks the same. */
export const noSuchLeg = (): Problem => notFound('There is no such leg of this visit’s journey.');
