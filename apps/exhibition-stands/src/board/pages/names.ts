import type { Board } from '../read-board.js';
import { shiftWords } from '../shift-words.js';
import type { StepNames } from '../step-words.js';

/** What the board's people and shifts are called. */
export function namesOf({
  memberOf,
  rows,
  exhibition,
}: Pick<Board, 'memberOf' | 'rows' | 'exhibition'>): StepNames {
  const rowOf = new Map(rows.map((row) => [row.id, row]));
  return {
    member: (id) => memberOf.get(id)?.name ?? 'somebody who has left',
    shift: (id) => {
      const row = rowOf.get(id);
      return row ? shiftWords(row, row.day, exhibition.zone) : 'a shift that is gone';
    },
  };
}
