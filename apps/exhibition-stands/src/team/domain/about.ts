import type { Temporal } from 'temporal-polyfill';
import { accepted, checkOptionalText, checkRange, problemsOf, refuse, refused, type Checked } from '#checks';
import { checkSkills } from './skills.js';
import { isBefore, type Span } from './spans.js';

export const experiences = ['first-time', 'experienced'] as const;

export type Experience = (typeof experiences)[number];

/** What somebody of the team says of themselves. */
export interface About {
  readonly arrivesAt: Temporal.Instant | null;
  readonly departsAt: Temporal.Instant | null;
  /** How long they would like to be on the stand in all; `null`: a fair share. */
  readonly wishedMinutes: number | null;
  readonly mostMinutesADay: number | null;
  readonly experience: Experience;
  /** See `skills.ts`. */
  readonly skills: readonly string[];
  readonly note: string;
}

/** Nobody is on a stand for longer, in minutes. */
export const longest = { wished: 6000, aDay: 960 };

const longestNote = 2000;

/** How far from the exhibition somebody may come or go, in hours; further is a slip of the keyboard. */
const furthest = 14 * 24;

/** @param stand from its first to its last moment; `null`: its days are not set yet */
export function checkAbout(input: About, stand: Span | null): Checked<About> {
  const { arrivesAt, departsAt } = input;
  const wished = checkMinutes(
    input.wishedMinutes,
    'wishedMinutes',
    'the hours that you wish',
    longest.wished,
  );
  const aDay = checkMinutes(input.mostMinutesADay, 'mostMinutesADay', 'the most in a day', longest.aDay);
  const skills = checkSkills(input.skills);
  const note = checkOptionalText(input.note, 'note', { longest: longestNote, manyLines: true });
  const stay: Checked<null> =
    arrivesAt !== null && departsAt !== null && !isBefore(arrivesAt, departsAt)
      ? refuse('departsAt', 'end-before-start', 'You leave before you arrive. Check both.')
      : accepted(null);
  const near = checkNear([arrivesAt, 'arrivesAt'], stand);
  const nearToo = checkNear([departsAt, 'departsAt'], stand);
  if (!wished.ok || !aDay.ok || !skills.ok || !note.ok || !stay.ok || !near.ok || !nearToo.ok) {
    return refused(...problemsOf(near, nearToo, stay, wished, aDay, skills, note));
  }
  return accepted({ ...input, skills: skills.value, note: note.value ?? '' });
}

const checkMinutes = (minutes: number | null, field: string, what: string, most: number): Checked<unknown> =>
  minutes === null
    ? accepted(null)
    : checkRange(minutes, field, { what: `${what}, in minutes,`, least: 1, most });

function checkNear(
  [at, field]: readonly [Temporal.Instant | null, string],
  stand: Span | null,
): Checked<null> {
  if (at === null || stand === null) return accepted(null);
  const isNear =
    isBefore(stand.from.subtract({ hours: furthest }), at) &&
    isBefore(at, stand.until.add({ hours: furthest }));
  return isNear
    ? accepted(null)
    : refuse(field, 'far-from-the-stand', 'This is weeks away from the exhibition. Check the date.');
}
