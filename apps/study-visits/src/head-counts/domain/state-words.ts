import type { Mark } from './mark.js';
import type { State, Tally } from './merge.js';

/** How somebody stands, in a word or two; the page's script says the same. */
export const stateWords: Readonly<Record<State, string>> = {
  open: 'Not counted yet',
  here: 'Here',
  elsewhere: 'Elsewhere with leave',
  missing: 'Missing',
  contradiction: 'To settle',
};

/** The design system's colours of tags; the words say it, too. */
export const stateColours = {
  open: 'grey',
  here: 'green',
  elsewhere: 'blue',
  missing: 'red',
  contradiction: 'orange',
} as const satisfies Readonly<Record<State, string>>;

/** "at the bank, until 7pm, allowed by Ann"; blank for other marks. */
export function leaveWords({ leave }: Pick<Mark, 'leave'>): string {
  if (leave === null) return '';
  const until = leave.until === null ? '' : `, until ${leave.until}`;
  return `${leave.place}${until}, allowed by ${leave.allowedBy}`;
}

/** "12 of 25 accounted for: 10 here, 1 elsewhere with leave, 1 missing. 2 to settle." */
export function tallyWords({ people, numbers }: Pick<Tally, 'people' | 'numbers'>): string {
  const { here, elsewhere, missing, contradiction } = numbers;
  const parts = [
    ...(here > 0 ? [`${here} here`] : []),
    ...(elsewhere > 0 ? [`${elsewhere} elsewhere with leave`] : []),
    ...(missing > 0 ? [`${missing} missing`] : []),
  ];
  const said = `${here + elsewhere + missing} of ${people.size} accounted for`;
  const counted = parts.length === 0 ? `${said}.` : `${said}: ${parts.join(', ')}.`;
  return contradiction === 0 ? counted : `${counted} ${contradiction} to settle.`;
}

/** What keeps a count from being closed: "3 people are not counted yet. 1 is to be settled."; blank: nothing. */
export function openWords({ numbers: { open, contradiction } }: Pick<Tally, 'numbers'>): string {
  const parts = [
    ...(open > 0
      ? [open === 1 ? '1 person is not counted yet.' : `${open} people are not counted yet.`]
      : []),
    ...(contradiction > 0
      ? [contradiction === 1 ? '1 is to be settled.' : `${contradiction} are to be settled.`]
      : []),
  ];
  return parts.join(' ');
}
