import type { Board, BoardShift } from './read-board.js';

/** What of the board is shown. */
export const shownChoices = ['all', 'gaps', 'problems'] as const;
export type Shown = (typeof shownChoices)[number];

export interface BoardFilter {
  /** ISO; `null`: all days. */
  readonly day: string | null;
  /** One of the team; `null`: all. */
  readonly person: string | null;
  readonly show: Shown;
}

export const wholeBoard: BoardFilter = { day: null, person: null, show: 'all' };

/** As much of an address as a filter ever takes up, in characters. */
const longestFilter = 200;

/** The query of an address to come back to, of all that it may be with the parts of a filter alone: `?show=gaps`. */
export function backQuery(sent: string): string {
  const asked = new URLSearchParams(sent.slice(0, longestFilter));
  const query = new URLSearchParams([...asked].filter(([name]) => name in wholeBoard));
  return query.size === 0 ? '' : `?${query.toString()}`;
}

/** What was asked for in an address; what the board does not have is passed over. */
export function readFilter(query: unknown, board: Board): BoardFilter {
  const asked = (name: string): string | null => {
    const value: unknown = typeof query === 'object' && query !== null ? Reflect.get(query, name) : null;
    return typeof value === 'string' && value !== '' ? value : null;
  };
  const [day, person, show] = [asked('day'), asked('person'), asked('show')];
  return {
    day: board.rows.some((row) => row.day === day) ? day : null,
    person: person !== null && board.memberOf.has(person) ? person : null,
    show: shownChoices.find((each) => each === show) ?? 'all',
  };
}

/** The shifts that a filter lets through, in the order of time. */
export function filtered(board: Board, { day, person, show }: BoardFilter): readonly BoardShift[] {
  const broken = new Set(board.violations.flatMap(({ slots }) => slots));
  return board.rows.filter(
    (row) =>
      (day === null || row.day === day) &&
      (person === null || row.places.some(({ member }) => member === person)) &&
      (show !== 'gaps' || row.gaps > 0) &&
      (show !== 'problems' || broken.has(row.id)),
  );
}

/** The same filter as an address's query: `?day=2027-09-27`, or nothing. */
export function filterQuery({ day, person, show }: BoardFilter): string {
  const query = new URLSearchParams();
  if (day !== null) query.set('day', day);
  if (person !== null) query.set('person', person);
  if (show !== 'all') query.set('show', show);
  return query.size === 0 ? '' : `?${query.toString()}`;
}
