import { z } from 'zod';
import { accepted, check, refused, type Checked } from './checked.js';
import { optionalLine } from './facts.js';
import type { Person, Seat } from './person.js';

const seat = z
  .object({
    board: z.string().min(1, 'Choose a board.'),
    position: optionalLine(100),
    startsOn: z.iso.date('Enter the first day of the term.'),
    endsOn: z.iso.date('Enter the last day of the term as a date, or leave it blank.').nullable(),
  })
  .refine(({ startsOn, endsOn }) => endsOn === null || startsOn <= endsOn, {
    path: ['endsOn'],
    error: 'The last day of the term must not be before its first day.',
    params: { code: 'end-before-start' },
  });

/** As a form or a program gives it. */
export type SeatInput = Readonly<{
  board: string;
  position: string | null;
  /** ISO date. */
  startsOn: string;
  /** ISO date; `null` while no end is set. */
  endsOn: string | null;
}>;

type Term = Pick<Seat, 'startsOn' | 'endsOn'>;

/** Whether two terms have a day in common. */
export function overlap(a: Term, b: Term): boolean {
  return (b.endsOn === null || a.startsOn <= b.endsOn) && (a.endsOn === null || b.startsOn <= a.endsOn);
}

/**
 * The person with a seat, or with another term or position of one that they have.
 *
 * @param id the seat's; a new one's is one that no seat has
 * @param boards slugs of the boards that there are
 */
export function setSeat(
  person: Person,
  id: string,
  input: SeatInput,
  boards: ReadonlySet<string>,
): Checked<Person> {
  const checked = check(seat, input);
  if (!checked.ok) return checked;
  const { value } = checked;
  if (!boards.has(value.board)) return refused('board', 'no-such-board', 'Choose one of the boards.');
  const others = person.seats.filter((one) => one.id !== id);
  const clash = others.find((one) => one.board === value.board && overlap(one, value));
  if (clash) {
    return refused(
      'startsOn',
      'terms-overlap',
      `The person sits on this board already ${termInWords(clash)}. Choose other dates, or change that term.`,
    );
  }
  return accepted({ ...person, seats: inOrder([...others, { id, ...value }]) });
}

/** The person as if they never had the seat. */
export function removeSeat(person: Person, id: string): Checked<Person> {
  const seats = person.seats.filter((one) => one.id !== id);
  if (seats.length === person.seats.length) {
    return refused('', 'no-such-seat', 'The person does not have this seat any more.');
  }
  return accepted({ ...person, seats });
}

/** By their first days. */
export function inOrder(seats: readonly Seat[]): Seat[] {
  return seats.toSorted((a, b) => compare(a.startsOn, b.startsOn) || compare(a.board, b.board));
}

const compare = (a: string, b: string): number => (a < b ? -1 : Number(a > b));

const termInWords = ({ startsOn, endsOn }: Term): string =>
  endsOn === null ? `from ${startsOn} on` : `from ${startsOn} to ${endsOn}`;

/** Whether the seat is that of the board's chair, of whom there is one at a time as a rule. */
export function isChair({ position }: Pick<Seat, 'position'>): boolean {
  return position !== null && /^chair(?:person|man|woman)?$/i.test(position);
}
