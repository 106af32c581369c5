import { cut, readRowChoice, RowChoices, rowsAddress, rowsOnPage, RowTold, totalOf } from '#imports';
import { Pages, plural, ResponsiveTable } from '#ui';
import { manageEventPath } from '../../managing/addresses.js';
import { capitalised } from '../../managing/words.js';
import { importPath } from '../addresses.js';
import type { ImportRowEntity } from '../import-row.entity.js';
import type { CalendarImport } from '../import.entity.js';
import type { RowChoice } from '../imports.repository.js';
import { outcomeInWords, writtenInWords } from './words.js';

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
export function Rows({ of, shown }: { readonly of: CalendarImport; readonly shown: ShownRows }) {
  const { choice, page, rows } = shown;
  const isDone = of.state === 'done';
  const total = countOf(of, choice);
  const place = of.format === 'csv' ? 'Row' : 'Line';
  return (
    <>
      <h2 class="govuk-heading-m" id="rows">
        Row by row
      </h2>
      <RowChoices
        choices={names.map((name) => ({ name, words: choiceWords[name], count: countOf(of, name) }))}
        chosen={choice}
        path={importPath(of.id)}
      />
      <ResponsiveTable
        caption={`${plural(total, 'row')}${total > rowsOnPage ? `, page ${page}` : ''}`}
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
          <RowTold row={row} fieldInWords={fieldInWords} />,
        ])}
      />
      <Pages
        current={page}
        total={Math.ceil(total / rowsOnPage)}
        href={(next) => rowsAddress(importPath(of.id), choice, next)}
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

function countOf(of: CalendarImport, choice: RowChoice): number {
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

const names = Object.keys(choiceWords) as RowChoice[];

/** Which rows an address asks for; all of them where it asks for nothing known. */
export const readChoice = (query: Readonly<Record<string, unknown>>): Pick<ShownRows, 'choice' | 'page'> =>
  readRowChoice(query, names);

const fieldWords: Readonly<Record<string, string>> = {
  joining: 'Joining link',
  organiser: 'Contact',
  recurrence: 'Repeats',
  statusReason: 'Reason',
  replacedBy: 'Replaced by',
};

const fieldInWords = (field: string): string => fieldWords[field] ?? capitalised(field);
