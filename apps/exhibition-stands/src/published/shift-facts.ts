import type { ShiftFacts } from '#contracts';
import type { Exhibition } from '../exhibitions/domain/exhibition.js';
import { minePath } from './addresses.js';
import type { Current } from './domain/rota-diff.js';

/** Somebody's part in a shift as other apps are told of it. @param personId `null`: nobody whom `members` knows */
export const shiftFactsOf = (
  { id, shiftId, version, terms }: Current,
  exhibition: Exhibition,
  personId: string | null,
): ShiftFacts => ({
  id,
  shiftId,
  exhibitionId: exhibition.id,
  exhibitionTitle: exhibition.title,
  personId,
  start: terms.start.toString(),
  end: terms.end.toString(),
  zone: exhibition.zone,
  place: terms.place,
  stand: terms.stand,
  label: terms.label,
  isLead: terms.isLead,
  walkingMinutes: exhibition.walkingMinutes,
  path: minePath,
  version,
});
