import { Temporal } from 'temporal-polyfill';
import { Problem, unprocessable, type FieldProblem } from '#platform';
import type { RotaPlacement, RotaProblem } from '../index.js';
import type { RotaProblemInput } from './rota-problem.schema.js';

/** As many pairs of somebody and a slot as a search for one program may look at. */
const mostPairs = 150_000;

/** @throws Problem 413 where it is more than a search may look at */
function refuseTooLarge({ people, slots }: RotaProblemInput): void {
  if (people.length * slots.length <= mostPairs) return;
  const size = `${people.length.toLocaleString('en-GB')} people and ${slots.length.toLocaleString('en-GB')} slots`;
  const most = `${mostPairs.toLocaleString('en-GB')} pairs of a person and a slot`;
  const message = `${size} are more than can be solved here at once: send at most ${most}.`;
  throw new Problem({
    status: 413,
    code: 'problem-too-large',
    title: 'That problem is too large',
    detail: message,
    fields: ['people', 'slots'].map((field) => ({ field, code: 'too-many', message })),
  });
}

/** Ids that come twice, each where it comes again. */
function doubles(list: 'people' | 'slots', items: readonly { readonly id: string }[]): FieldProblem[] {
  const first = new Map<string, number>();
  return items.flatMap(({ id }, index): FieldProblem[] => {
    const earlier = first.get(id);
    if (earlier === undefined) {
      first.set(id, index);
      return [];
    }
    const field = `${list}.${index}.id`;
    const message = `“${field}” is “${id}”, as is “${list}.${earlier}.id”. Give each an id of its own.`;
    return [{ field, code: 'id-used-twice', message }];
  });
}

/** Placements of people or slots that there are not. */
function strangers(input: RotaProblemInput): FieldProblem[] {
  const known = {
    person: new Set(input.people.map(({ id }) => id)),
    slot: new Set(input.slots.map(({ id }) => id)),
  };
  return (['pinned', 'forbidden', 'published'] as const).flatMap((list) =>
    (input[list] ?? []).flatMap((placement: RotaPlacement, index) =>
      (['person', 'slot'] as const).flatMap((what): FieldProblem[] => {
        if (known[what].has(placement[what])) return [];
        const field = `${list}.${index}.${what}`;
        const among = what === 'person' ? 'people' : 'slots';
        const message = `“${field}” is “${placement[what]}”, which is the id of none of the ${among}.`;
        return [{ field, code: 'unknown-id', message }];
      }),
    ),
  );
}

const momentOf = (instant: string): number => Temporal.Instant.from(instant).epochMilliseconds;

/** From the start of the first slot until the end of the last. */
function wholeTime({ slots }: RotaProblemInput): { readonly from: string; readonly until: string }[] {
  const from = slots.map((slot) => slot.from).toSorted((a, b) => momentOf(a) - momentOf(b))[0];
  const until = slots.map((slot) => slot.until).toSorted((a, b) => momentOf(b) - momentOf(a))[0];
  return from !== undefined && until !== undefined ? [{ from, until }] : [];
}

/**
 * The problem that a program sent, with what is usual where it said nothing.
 * @throws Problem 413 where it is too large; 422 naming each id that is used twice or leads nowhere
 */
export function readRotaProblem(input: RotaProblemInput): RotaProblem {
  refuseTooLarge(input);
  const faults = [...doubles('people', input.people), ...doubles('slots', input.slots), ...strangers(input)];
  if (faults.length > 0) throw unprocessable(faults);
  const { rules, weights, pinned, forbidden, published, settledBefore } = input;
  const always = wholeTime(input);
  return {
    people: input.people.map(({ name: _name, available, busy, ...person }) => ({
      ...person,
      available: available ?? always,
      busy: busy.map(({ walk, ...span }) => ({ ...span, ...(walk !== undefined && { walk }) })),
    })),
    // The date as it is written is that of the place, whatever its offset.
    slots: input.slots.map(({ name: _name, day, ...slot }) => ({
      ...slot,
      day: day ?? slot.from.slice(0, 10),
    })),
    rules,
    weights,
    pinned,
    forbidden,
    published,
    settledBefore,
  };
}
