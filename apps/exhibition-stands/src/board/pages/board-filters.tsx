import { Button, Select } from '#ui';
import { boardPath } from '../addresses.js';
import { wholeBoard, type BoardFilter } from '../board-filter.js';
import type { Board } from '../read-board.js';
import { dayWords } from '../shift-words.js';

/** Chooses what of the board is shown. */
export function BoardFilters({ board, filter }: { readonly board: Board; readonly filter: BoardFilter }) {
  const days = [...new Set(board.rows.map(({ day }) => day))];
  const isFiltered = JSON.stringify(filter) !== JSON.stringify(wholeBoard);
  const path = boardPath(board.exhibition.id);
  return (
    <form class="cn-board__filters cn-no-print" method="get" action={path}>
      <Select
        id="day"
        name="day"
        label="Day"
        value={filter.day ?? ''}
        items={[{ value: '', text: 'All days' }, ...days.map((day) => ({ value: day, text: dayWords(day) }))]}
      />
      <Select
        id="person"
        name="person"
        label="Person"
        value={filter.person ?? ''}
        items={[
          { value: '', text: 'Everybody' },
          ...board.members.map(({ id, name }) => ({ value: id, text: name })),
        ]}
      />
      <Select
        id="show"
        name="show"
        label="Show"
        value={filter.show}
        items={[
          { value: 'all', text: 'All shifts' },
          { value: 'gaps', text: 'Only those with gaps' },
          { value: 'problems', text: 'Only those with broken rules' },
        ]}
      />
      <Button classes="govuk-button--secondary cn-flush">Show these</Button>
      {isFiltered && (
        <a class="govuk-link" href={path}>
          Show all
        </a>
      )}
    </form>
  );
}
