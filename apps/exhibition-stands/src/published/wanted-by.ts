import type { Place } from '../board/domain/draft.js';
import type { Exhibition } from '../exhibitions/domain/exhibition.js';
import type { StandShift } from '../shifts/domain/shift.js';
import type { Wanted } from './domain/rota-diff.js';
import { placeOf, standOf } from './domain/words.js';

/** A draft with the shifts that it is of. */
export interface Drafted {
  readonly places: readonly Place[];
  readonly shifts: readonly StandShift[];
}

/** Everybody in a shift of the draft, as they would be told of it. */
export function wantedBy({ places, shifts }: Drafted, exhibition: Exhibition): Wanted[] {
  const byId = new Map(shifts.map((shift) => [shift.id, shift]));
  const where = { place: placeOf(exhibition), stand: standOf(exhibition) };
  return places.flatMap(({ shift: shiftId, member, isLead }): Wanted[] => {
    const shift = byId.get(shiftId);
    if (shift === undefined) return [];
    const { start, end, label } = shift;
    return [{ shiftId, memberId: member, terms: { start, end, label, isLead, ...where } }];
  });
}
