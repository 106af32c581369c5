import { instantOf } from '#platform';
import type { Leg } from './legs.js';
import type { LegRow } from './leg.entity.js';

/** A leg as its row says it. */
export function legOf(row: LegRow): Leg {
  const { departsAt, departsZone, arrivesAt, arrivesZone, changedAt, ...same } = row;
  return {
    ...same,
    departs: { at: instantOf(departsAt), zone: departsZone },
    arrives: { at: instantOf(arrivesAt), zone: arrivesZone },
    changedAt: instantOf(changedAt),
  };
}
