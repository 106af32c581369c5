import type { Commitment } from '#commitments';
import { instantOf } from '#platform';
import type { StandShiftRow } from './stand-shift.entity.js';

/** What a shift asks of whoever has it. Shifts of one exhibition are at one place. */
export const shiftCommitment = (row: Omit<StandShiftRow, 'personId' | 'version'>): Commitment => ({
  id: row.id,
  title: row.exhibitionTitle,
  start: instantOf(row.startsAt),
  end: instantOf(row.endsAt),
  zone: row.zone,
  place: `stand ${row.exhibitionId}`,
  walkingMinutes: row.walkingMinutes,
});
