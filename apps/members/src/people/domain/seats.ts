import { accepted, checkOptionalText, problemsOf, refuse, refused, type Checked } from '#checks';
import { Temporal } from 'temporal-polyfill';
import type { Person, Seat } from './person.js';
import { termInWords } from './words.js';

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
  const checked = checkSeat(input, boards);
  if (!checked.ok) return checked;
  const { value } = checked;
  const others = person.seats.filter((one) => one.id !== id);
  const clash = others.find((one) => one.board === value.board && overlap(one, value));
  if (clash) {
    return refuse(
      'startsOn',
      'terms-overlap',
      `The person has another term on this board, ${termInWords(clash)}. Choose other dates, or change that term.`,
    );
  }
  return accepted({ ...person, seats: inOrder([...others, { id, ...value }]) });
}

function checkSeat(input: SeatInput, boards: ReadonlySet<string>): Checked<Omit<Seat, 'id'>> {
  const { startsOn, endsOn } = input;
  const board = boards.has(input.board)
    ? accepted(input.board)
    : refuse('board', 'no-such-board', 'Choose one of the boards.');
  const position = checkOptionalText(input.position, 'position', { longest: 100 });
  const start = isDay(startsOn)
    ? accepted(startsOn)
    : refuse('startsOn', 'date-missing', 'Enter the first day of the term.');
  const end = checkEnd(startsOn, endsOn);
  if (!board.ok || !position.ok || !start.ok || !end.ok) {
    return refused(...problemsOf(board, position, start, end));
  }
  return accepted({ board: board.value, position: position.value, startsOn, endsOn });
}

function checkEnd(startsOn: string, endsOn: string | null): Checked<string | null> {
  if (endsOn === null) return accepted(null);
  if (!isDay(endsOn)) {
    return refuse(
      'endsOn',
      'date-unreadable',
      'Enter the last day of the term as a date, or leave it blank.',
    );
  }
  return startsOn <= endsOn
    ? accepted(endsOn)
    : refuse('endsOn', 'end-before-start', 'The last day of the term must not be before its first day.');
}

/** Whether it is a day that there is, as an ISO date. */
function isDay(text: string): boolean {
  try {
    return Temporal.PlainDate.from(text, { overflow: 'reject' }).toString() === text;
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}

/** The person as if they never had the seat. */
export function removeSeat(person: Person, id: string): Checked<Person> {
  const seats = person.seats.filter((one) => one.id !== id);
  if (seats.length === person.seats.length) {
    return refuse('', 'no-such-seat', 'The person does not have this seat any more.');
  }
  return accepted({ ...person, seats });
}

/** By their first days. */
export function inOrder(seats: readonly Seat[]): Seat[] {
  return seats.toSorted((a, b) => compare(a.startsOn, b.startsOn) || compare(a.board, b.board));
}

const compare = (a: string, b: string): number => (a < b ? -1 : Number(a > b));

/** Whether the seat is that of the board's chair, of whom there is one at a time as a rule. */
export function isChair({ position }: Pick<Seat, 'position'>): boolean {
  return position !== null && /^chair(?:person|man|woman)?$/i.test(position);
}
