import type { Commitment } from '#commitments';
import { instantOf } from '#platform';
import type { StandShiftRow } from './stand-shift.entity.js';

/** Where the shifts of an exhibition are, as commitments name places. */
export const placeOfStand = (exhibitionId: string): string => `stand ${exhibitionId}`;

/** What a shift asks of whoever has it. Shifts of one exhibition are at one place. */
export const shiftCommitment = (row: Omit<StandShiftRow, 'personId' | 'version'>): Commitment => ({
  id: row.id,
  title: row.exhibitionTitle,
  start: instantOf(row.startsAt),
  end: instantOf(row.endsAt),
  zone: row.zone,
  place: placeOfStand(row.exhibitionId),
  walkingMinutes: row.walkingMinutes,
});
