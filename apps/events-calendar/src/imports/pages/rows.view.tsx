import { cut, readRowChoice, RowTable, RowTold, totalOf, type ShownRows as ShownOf } from '#imports';
import { manageEventPath } from '../../managing/addresses.js';
import { capitalised } from '../../managing/words.js';
import { importPath } from '../addresses.js';
import type { ImportRowEntity } from '../import-row.entity.js';
import type { CalendarImport } from '../import.entity.js';
import type { RowChoice } from '../imports.repository.js';
import { outcomeInWords, writtenInWords } from './words.js';

/** Which rows of an import are shown. */
export type ShownRows = ShownOf<ImportRowEntity, RowChoice>;

const choiceWords: Readonly<Record<RowChoice, string>> = {
  all: 'All',
  problem: 'With problems',
  changed: 'Changes',
  new: 'New',
  unchanged: 'As before',
  meanwhile: 'Changed meanwhile',
};

const names = Object.keys(choiceWords) as RowChoice[];

/** The rows of an import, those with problems first, each problem beside its row and column. */
export function Rows({ of, shown }: { readonly of: CalendarImport; readonly shown: ShownRows }) {
  return (
    <RowTable
      of={of}
      shown={shown}
      choices={names.map((name) => ({ name, words: choiceWords[name], count: countOf(of, name) }))}
      path={importPath(of.id)}
      heading="Event"
      place={of.format === 'csv' ? 'Row' : 'Line'}
      cells={{
        name: (row) => <Title row={row} />,
        outcome: (row) => (of.state === 'done' ? writtenInWords(row) : outcomeInWords(row.outcome)),
        told: (row) => <RowTold row={row} fieldInWords={fieldInWords} />,
      }}
    />
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
