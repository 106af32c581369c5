import type { Board } from '../read-board.js';
import type { StepNames } from '../step-words.js';

/** What the board's people and shifts are called. */
export function namesOf({ memberOf, rows }: Pick<Board, 'memberOf' | 'rows'>): StepNames {
  const rowOf = new Map(rows.map((row) => [row.id, row]));
  return {
    member: (id) => memberOf.get(id)?.name ?? 'somebody who has left',
    shift: (id) => rowOf.get(id)?.words ?? 'a shift that is gone',
  };
}
