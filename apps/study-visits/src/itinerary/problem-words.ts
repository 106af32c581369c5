import { Temporal } from 'temporal-polyfill';
import { dateInWords, listInWords, plural } from '#ui';
import type { Way } from './domain/distance.js';
import type { PlanProblem, PlanProblemCode } from './domain/plan.js';

/** What a problem’s words need to know by name. */
export interface ProblemNames {
  /** Titles of items and legs, by id. */
  readonly titles: ReadonlyMap<string, string>;
  /** Travellers’ names, by id. */
  readonly travellers: ReadonlyMap<string, string>;
}

/** So many are named; of more it is said how many there are. */
const mostNamed = 3;

/** A problem as a sentence, with its figures. */
export function problemInWords(problem: PlanProblem, names: ProblemNames): string {
  const title = (index: number) => `“${names.titles.get(problem.itemIds[index] ?? '') ?? 'something'}”`;
  switch (problem.code) {
    case 'overlap':
      return `${title(0)} and ${title(1)} are at the same time for ${minutes(problem.minutes)}: ${who(problem.travellerIds, names)} cannot be at both.`;
    case 'too-little-time':
      return `Between ${title(0)} and ${title(1)} there ${problem.minutes === 1 ? 'is' : 'are'} ${minutes(problem.minutes)}. ${[
        problem.bufferMinutes > 0 ? `${minutes(problem.bufferMinutes)} are to be free before it` : null,
        problem.way === null ? null : wayInWords(problem.way),
      ]
        .filter((part) => part !== null)
        .join(', and ')}. That concerns ${who(problem.travellerIds, names)}.`;
    case 'transfer-too-short':
      return problem.way === null
        ? `${title(0)} has ${minutes(problem.minutes)}, but takes ${minutes(problem.needed)} as it is stated.`
        : `${title(0)} has ${minutes(problem.minutes)}, but ${wayInWords(problem.way)}. If it is faster, say how long the way takes.`;
    case 'over-capacity':
      return `${plural(problem.travellers, 'traveller')} come to ${title(0)}, which has room for ${problem.capacity}.`;
    case 'interpreter-missing':
      return `${title(0)} needs an interpreter${problem.language === null ? '' : ` (${problem.language})`}, and nobody is booked.`;
    case 'interpreter-language':
      return `${title(0)} is in ${problem.language}, which ${problem.interpreter} is not down for.`;
    case 'interpreter-twice':
      return `${problem.interpreter} is booked for ${title(0)} and ${title(1)} at the same time.`;
    case 'in-no-group':
      return `${who(problem.travellerIds, names)} ${problem.travellerIds.length === 1 ? 'is' : 'are'} in no group of “${problem.split}”.`;
    case 'empty-day':
      return `Nothing is planned on ${dateInWords(Temporal.PlainDate.from(problem.day))} for ${who(problem.travellerIds, names)}.`;
    case 'outside-visit':
      return `${title(0)} is on ${dateInWords(Temporal.PlainDate.from(problem.day))}, which is not a day of the visit.`;
  }
}

const minutes = (number: number): string => plural(number, 'minute');

function wayInWords({ kilometres, minutes: needed, kilometresAnHour }: Way): string {
  const far = kilometres < 10 ? kilometres.toFixed(1) : String(Math.round(kilometres));
  return `it is ${far} km as the crow flies, ${minutes(needed)} at ${kilometresAnHour} km an hour`;
}

function who(ids: readonly string[], { travellers }: ProblemNames): string {
  if (ids.length === travellers.size && ids.length > mostNamed) return `all ${ids.length} travellers`;
  const named = ids.slice(0, mostNamed).map((id) => travellers.get(id) ?? 'somebody');
  const more = ids.length - named.length;
  return listInWords(more > 0 ? [...named, plural(more, 'other')] : named);
}

const summaries: Readonly<Record<PlanProblemCode, (count: number) => string>> = {
  overlap: (count) => plural(count, 'overlap'),
  'too-little-time': (count) => `Too little time on ${plural(count, 'way')}`,
  'transfer-too-short': (count) => `${plural(count, 'transfer')} planned too short`,
  'over-capacity': (count) => `Too many travellers for ${plural(count, 'item')}`,
  'interpreter-missing': (count) => `Interpreter missing for ${plural(count, 'item')}`,
  'interpreter-language': (count) => `Interpreter without the language for ${plural(count, 'item')}`,
  'interpreter-twice': (count) => `Interpreter booked twice at once: ${plural(count, 'time')}`,
  'in-no-group': (count) => `Somebody is in no group of ${plural(count, 'split')}`,
  'empty-day': (count) => plural(count, 'empty day'),
  'outside-visit': (count) => `${plural(count, 'item')} outside the visit’s days`,
};

/** "Interpreter missing for 2 items" for each kind of problem that there is. */
export function problemSummary(problems: readonly PlanProblem[]): readonly string[] {
  const counts = Map.groupBy(problems, ({ code }) => code);
  return [...counts].map(([code, found]) => summaries[code](found.length));
}
