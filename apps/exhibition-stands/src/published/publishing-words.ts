import { dateInWords, listInWords, plural } from '#ui';
import { Temporal } from 'temporal-polyfill';
import { ruleNames } from '../rota/index.js';
import type { Obstacle, Override } from './domain/obstacles.js';
import { byPerson } from './domain/told-person.js';
import type { ShiftTerms } from './domain/rota-diff.js';
import { shiftInWords } from './pages/shift-words.js';
import type { Publishing } from './read-publishing.js';
import type { TeamNames } from './read-team-names.js';

/** What publishing would come to, in words, for pages and programs. */
export interface PublishingInWords {
  readonly gaps: readonly string[];
  readonly obstacles: readonly { readonly key: string; readonly rule: string; readonly says: string }[];
  readonly people: readonly PersonInWords[];
}

/** What is different for one person. */
export interface PersonInWords {
  readonly id: string;
  readonly name: string;
  readonly isReachable: boolean;
  readonly added: readonly string[];
  readonly changed: readonly string[];
  readonly gone: readonly string[];
}

/** Says what publishing would come to. */
export function publishingInWords(publishing: Publishing, names: TeamNames): PublishingInWords {
  const { publishable, exhibition, diff, obstacles, current } = publishing;
  const say = shiftSayer(exhibition.zone);
  const shifts = shiftsIn(publishing);
  const left = new Set(diff.unassigned.map(({ id }) => id));
  const people = byPerson({
    assigned: diff.assigned.map(({ wanted }) => ({
      ...wanted,
      id: wanted.shiftId,
      status: 'assigned',
      version: 1,
    })),
    changed: diff.changed.map(({ before, terms }) => ({ before, after: { ...before, terms } })),
    unassigned: current.filter(({ id }) => left.has(id)),
  });
  return {
    gaps: publishable.gaps.map(({ shift, places }) => {
      const terms = shifts.get(shift);
      return `${terms === undefined ? 'A shift' : say(terms)}: ${plural(places, 'place')} open`;
    }),
    obstacles: obstacles.map((obstacle) => ({
      key: obstacle.key,
      rule: ruleNames[obstacle.rule],
      says: obstacleInWords(obstacle, shifts, names, say),
    })),
    people: people
      .map(({ memberId, assigned, changed, unassigned }) => ({
        id: memberId,
        name: names.get(memberId)?.name ?? 'Somebody who is not known here',
        isReachable: (names.get(memberId)?.email ?? null) !== null,
        added: assigned.map(({ terms }) => withLead(terms, say)),
        changed: changed.map(({ before, after }) => changeInWords(before.terms, after.terms, say)),
        gone: unassigned.map(({ terms }) => say(terms)),
      }))
      .toSorted((a, b) => a.name.localeCompare(b.name, 'en-GB')),
  };
}

type NamedShift = Pick<ShiftTerms, 'start' | 'end' | 'label'>;
type Shifts = ReadonlyMap<string, NamedShift>;

/** "Sunday 26 September 2027, 9am to 11am (Reception)" */
export type SayShift = (shift: NamedShift) => string;

/** Says each shift once, however many people have it: of all that a page says, times take longest to say. */
export function shiftSayer(zone: string): SayShift {
  const said = new Map<string, string>();
  return (shift) => {
    const key = `${shift.start.epochMilliseconds} ${shift.end.epochMilliseconds} ${shift.label}`;
    const words = said.get(key) ?? shiftInWords(shift, zone);
    said.set(key, words);
    return words;
  };
}

/** By id: as they are, else as people were told of them. */
export function shiftsIn({ publishable, current }: Pick<Publishing, 'publishable' | 'current'>): Shifts {
  const shifts = new Map<string, NamedShift>(current.map(({ shiftId, terms }) => [shiftId, terms]));
  for (const shift of publishable.shifts) shifts.set(shift.id, shift);
  return shifts;
}

/** "Ada Example: Sunday 26 September 2027, 9am to 11am" */
export function obstacleInWords(
  { memberId, shiftIds, day }: Obstacle | Override,
  shifts: Shifts,
  names: TeamNames,
  say: SayShift,
): string {
  const when = shiftIds.flatMap((id) => {
    const shift = shifts.get(id);
    return shift === undefined ? [] : [say(shift)];
  });
  const onDay = day === null ? 'all days' : dateInWords(Temporal.PlainDate.from(day));
  const where = when.length === 0 ? onDay : listInWords(when);
  return memberId === null ? where : `${names.get(memberId)?.name ?? 'Somebody who has left'}: ${where}`;
}

const withLead = (terms: ShiftTerms, say: SayShift): string =>
  `${say(terms)}${terms.isLead ? ', as lead' : ''}`;

function changeInWords(before: ShiftTerms, after: ShiftTerms, say: SayShift): string {
  const [was, is] = [withLead(before, say), withLead(after, say)];
  const where = [after.stand, after.place?.name].filter((part) => part).join(', ');
  return was === is
    ? `${is}: now at ${where === '' ? 'a place that is not known yet' : where}`
    : `${is}; was ${was}`;
}
