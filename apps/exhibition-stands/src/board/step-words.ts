import { plural } from '#ui';
import type { DraftStep } from './domain/step.js';

/** Names for what a step is about. */
export interface StepNames {
  /** "Ana Ek", "somebody who has left" */
  readonly member: (id: string) => string;
  /** "Monday 27 September, 9am to 11am", "a shift that is gone" */
  readonly shift: (id: string) => string;
}

/** What a step did, to go on after "Undo: " or a name: "put Ana Ek on Monday 27 September, 9am to 11am". */
export function stepInWords({ act, changes }: DraftStep, names: StepNames): string {
  const placed = changes.filter((change) => change.kind === 'place');
  const came = placed.find(({ before, after }) => before === null && after !== null);
  const went = placed.find(({ before, after }) => before !== null && after === null);
  const [first] = changes;
  if (first === undefined) return 'changed nothing';
  const [who, where] = [names.member(first.member), names.shift(first.shift)];
  switch (act) {
    case 'put':
      return came
        ? `put ${names.member(came.member)} on ${names.shift(came.shift)}`
        : `put ${who} on ${where}`;
    case 'take':
      return went ? `took ${names.member(went.member)} off ${names.shift(went.shift)}` : `took ${who} off`;
    case 'move':
      return `moved ${names.member((came ?? first).member)} to ${names.shift((came ?? first).shift)}`;
    case 'swap':
      return came && went
        ? `swapped ${names.member(went.member)} and ${names.member(other(placed, went.member))}`
        : `swapped ${who}`;
    case 'pin':
      return `pinned ${who} to ${where}`;
    case 'unpin':
      return `unpinned ${who} from ${where}`;
    case 'lead':
      return `changed who leads ${where}`;
    case 'forbid':
      return `ruled out ${who} for ${where}`;
    case 'allow':
      return `let ${who} be on ${where} again`;
    case 'fill':
      return `filled the rota: ${plural(placed.length, 'change')}`;
    case 'shifts':
      return 'changed the shifts';
    case 'undo':
      return 'took a change back';
  }
}

const other = (places: readonly { readonly member: string }[], member: string): string =>
  places.find((place) => place.member !== member)?.member ?? member;
