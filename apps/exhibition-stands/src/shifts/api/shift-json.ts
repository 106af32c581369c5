import type { z } from 'zod';
import { Temporal } from 'temporal-polyfill';
import { accepted, refuse, type Checked } from '#checks';
import type { Exhibition } from '../../exhibitions/domain/exhibition.js';
import { checkSkills } from '../../team/domain/skills.js';
import type { PatternInput } from '../domain/check-pattern.js';
import { checkShift } from '../domain/check-shift.js';
import { dayOfShift } from '../domain/day-of-shift.js';
import type { ShiftDetails, StandShift } from '../domain/shift.js';
import type { PatternPreview } from '../make-from-pattern.js';
import type { patternInput, planOutput, shiftInput, shiftOutput } from './shift.schema.js';

/** A shift as the API tells of it. */
export function shiftJson(shift: StandShift, { days, zone }: Exhibition): z.output<typeof shiftOutput> {
  const { id, start, end, cover, leads, skills, label, source, version } = shift;
  return {
    id,
    startsAt: start.toString(),
    endsAt: end.toString(),
    day: dayOfShift(start, days, zone),
    cover,
    leads,
    skills: [...skills],
    label,
    source,
    version,
  };
}

/** A shift as a program gave it, or what is wrong with it. */
export function shiftOfJson(input: z.output<typeof shiftInput>): Checked<ShiftDetails> {
  const [start, end] = [Temporal.Instant.from(input.startsAt), Temporal.Instant.from(input.endsAt)];
  const isWhole = [start, end].every(({ epochMilliseconds }) => epochMilliseconds % 60_000 === 0);
  const span = isWhole
    ? accepted({ start, end })
    : refuse('startsAt', 'not-whole-minutes', 'Shifts begin and end at whole minutes.');
  return checkShift(span, {
    cover: accepted(input.cover),
    leads: accepted(input.leads),
    skills: checkSkills(input.skills.filter((skill) => skill !== 'lead')),
    label: input.label,
  });
}

/** A pattern as a program gave it, to be checked. */
export const patternOfJson = (pattern: z.output<typeof patternInput>): PatternInput =>
  Object.fromEntries(
    Object.entries(pattern).map(([kind, day]) => [
      kind,
      {
        slotMinutes: accepted(day.slotMinutes),
        cover: accepted(day.cover),
        leads: accepted(day.leads),
        handover: day.handover,
        handoverMinutes: accepted(day.handoverMinutes),
      },
    ]),
  );

const idOf = ({ id }: { readonly id: string }): string => id;
const pinOf = ({ shift, member }: { readonly shift: string; readonly member: string }) => ({
  shiftId: shift,
  memberId: member,
});

/** What a pattern does, as the API tells of it. */
export function planJson({ plan, version, lostPlaces, told }: PatternPreview): z.output<typeof planOutput> {
  return {
    version,
    added: plan.added.map(({ start, end, cover, leads }) => ({
      startsAt: start.toString(),
      endsAt: end.toString(),
      cover,
      leads,
    })),
    kept: plan.kept.map(idOf),
    changed: plan.changed.map(({ id, cover, leads }) => ({ id, cover, leads })),
    removed: plan.removed.map(idOf),
    byHand: plan.byHand.map(idOf),
    carriedPins: plan.carriedPins.map(pinOf),
    lostPins: plan.lostPins.map(pinOf),
    lostPlaces,
    told,
  };
}
