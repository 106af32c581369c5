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
  const { zone } = exhibition;
  const shifts = shiftsIn(publishing);
  const people = byPerson({
    assigned: diff.assigned.map(({ wanted }) => ({
      ...wanted,
      id: wanted.shiftId,
      status: 'assigned',
      version: 1,
    })),
    changed: diff.changed.map(({ before, terms }) => ({ before, after: { ...before, terms } })),
    unassigned: current.filter(({ id }) => diff.unassigned.some((one) => one.id === id)),
  });
  return {
    gaps: publishable.gaps.map(({ shift, places }) => {
      const terms = shifts.get(shift);
      return `${terms === undefined ? 'A shift' : shiftInWords(terms, zone)}: ${plural(places, 'place')} open`;
    }),
    obstacles: obstacles.map((obstacle) => ({
      key: obstacle.key,
      rule: ruleNames[obstacle.rule],
      says: obstacleInWords(obstacle, shifts, names, zone),
    })),
    people: people
      .map(({ memberId, assigned, changed, unassigned }) => ({
        id: memberId,
        name: names.get(memberId)?.name ?? 'Somebody who is not known here',
        isReachable: (names.get(memberId)?.email ?? null) !== null,
        added: assigned.map(({ terms }) => withLead(terms, zone)),
        changed: changed.map(({ before, after }) => changeInWords(before.terms, after.terms, zone)),
        gone: unassigned.map(({ terms }) => shiftInWords(terms, zone)),
      }))
      .toSorted((a, b) => a.name.localeCompare(b.name, 'en-GB')),
  };
}

type NamedShift = Pick<ShiftTerms, 'start' | 'end' | 'label'>;
type Shifts = ReadonlyMap<string, NamedShift>;

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
  zone: string,
): string {
  const when = shiftIds.flatMap((id) => {
    const shift = shifts.get(id);
    return shift === undefined ? [] : [shiftInWords(shift, zone)];
  });
  const onDay = day === null ? 'all days' : dateInWords(Temporal.PlainDate.from(day));
  const where = when.length === 0 ? onDay : listInWords(when);
  return memberId === null ? where : `${names.get(memberId)?.name ?? 'Somebody who has left'}: ${where}`;
}

const withLead = (terms: ShiftTerms, zone: string): string =>
  `${shiftInWords(terms, zone)}${terms.isLead ? ', as lead' : ''}`;

function changeInWords(before: ShiftTerms, after: ShiftTerms, zone: string): string {
  const [was, is] = [withLead(before, zone), withLead(after, zone)];
  const where = [after.stand, after.place?.name].filter((part) => part).join(', ');
  return was === is
    ? `${is}: now at ${where === '' ? 'a place that is not known yet' : where}`
    : `${is}; was ${was}`;
}
