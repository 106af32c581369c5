import { numberInWords, Pages, plural, ResponsiveTable } from '#ui';
import { manageEventPath } from '../../managing/addresses.js';
import { importPath } from '../addresses.js';
import { totalOf } from '../counts.js';
import type { ImportRowEntity } from '../import-row.entity.js';
import type { Import, RowChoice } from '../imports.repository.js';
import { cut, RowTold } from './row-told.js';
import { outcomeInWords, writtenInWords } from './words.js';

/** How many rows a page of the table holds. */
export const pageSize = 50;

/** Which rows of an import are shown. */
export interface ShownRows {
  readonly choice: RowChoice;
  /** From 1. */
  readonly page: number;
  readonly rows: readonly ImportRowEntity[];
}

const choiceWords: Readonly<Record<RowChoice, string>> = {
  all: 'All',
  problem: 'With problems',
  changed: 'Changes',
  new: 'New',
  unchanged: 'As before',
  meanwhile: 'Changed meanwhile',
};

/** The rows of an import, those with problems first, each problem beside its row and column. */
export function Rows({ of, shown }: { readonly of: Import; readonly shown: ShownRows }) {
  const { choice, page, rows } = shown;
  const isDone = of.state === 'done';
  const total = countOf(of, choice);
  const place = of.format === 'csv' ? 'Row' : 'Line';
  return (
    <>
      <h2 class="govuk-heading-m" id="rows">
        Row by row
      </h2>
      <Choices of={of} choice={choice} />
      <ResponsiveTable
        caption={`${plural(total, 'row')}${total > pageSize ? `, page ${page}` : ''}`}
        captionClasses="govuk-table__caption--s"
        columns={[
          { key: 'event', heading: 'Event' },
          { key: 'line', heading: place },
          { key: 'outcome', heading: isDone ? 'What was done' : 'What would be done' },
          { key: 'told', heading: 'Problems and changes' },
        ]}
        rows={rows.map((row) => [
          <Title row={row} />,
          String(row.line),
          isDone ? writtenInWords(row) : outcomeInWords(row.outcome),
          <RowTold row={row} />,
        ])}
      />
      <Pages
        current={page}
        total={Math.ceil(total / pageSize)}
        href={(next) => rowsAddress(of.id, choice, next)}
        landmarkLabel="Pages of rows"
      />
    </>
  );
}

function Title({ row }: { readonly row: ImportRowEntity }) {
  const title = row.title === '' ? 'No title' : cut(row.title);
  if (row.eventRef === null) return <>{title}</>;
  return (
    <a class="govuk-link" href={manageEventPath(row.eventRef)}>
      {title}
    </a>
  );
}

function Choices({ of, choice }: { readonly of: Import; readonly choice: RowChoice }) {
  const choices = (Object.keys(choiceWords) as RowChoice[]).filter(
    (each) => each === 'all' || countOf(of, each) > 0,
  );
  if (choices.length < 3) return null;
  return (
    <nav aria-label="Which rows">
      <ul class="cn-choices">
        {choices.map((each) => (
          <li key={each}>
            <a href={rowsAddress(of.id, each, 1)} aria-current={each === choice ? 'true' : undefined}>
              {choiceWords[each]} ({numberInWords(countOf(of, each))})
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function countOf(of: Import, choice: RowChoice): number {
  switch (choice) {
    case 'problem':
      return of.problemCount;
    case 'changed':
      return of.changedCount;
    case 'new':
      return of.newCount;
    case 'unchanged':
      return of.unchangedCount;
    case 'meanwhile':
      return of.result?.meanwhile ?? 0;
    default:
      return totalOf(of);
  }
}

function rowsAddress(id: string, choice: RowChoice, page: number): string {
  const params = new URLSearchParams();
  if (choice !== 'all') params.set('show', choice);
  if (page > 1) params.set('page', String(page));
  return params.size === 0 ? importPath(id) : `${importPath(id)}?${params.toString()}#rows`;
}

const known = new Set(Object.keys(choiceWords));

/** Which rows an address asks for; all of them where it asks for nothing known. */
export function readChoice(query: Readonly<Record<string, unknown>>): Pick<ShownRows, 'choice' | 'page'> {
  const { show, page } = query;
  const number = typeof page === 'string' && /^\d{1,4}$/.test(page) ? Number(page) : 1;
  const choice = typeof show === 'string' && known.has(show) ? (show as RowChoice) : 'all';
  return { choice, page: Math.max(number, 1) };
}
