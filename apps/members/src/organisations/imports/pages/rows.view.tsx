import { cut, readRowChoice, RowChoices, rowsAddress, rowsOnPage, RowTold, totalOf } from '#imports';
import { Button, Pages, plural, ResponsiveTable } from '#ui';
import { organisationPath } from '../../addresses.js';
import { importPath } from '../addresses.js';
import type { ImportRowEntity } from '../import-row.entity.js';
import type { OrganisationsImport } from '../import.entity.js';
import type { RowChoice } from '../imports.repository.js';
import { AlikeTold, DecisionChoice } from './decision.js';
import { faultyOf, fieldInWords, outcomeInWords, writtenInWords } from './words.js';

/** Which rows of an import are shown. */
export interface ShownRows {
  readonly choice: RowChoice;
  /** From 1. */
  readonly page: number;
  readonly rows: readonly ImportRowEntity[];
}

export interface RowsProps {
  readonly of: OrganisationsImport;
  readonly shown: ShownRows;
}

const choiceWords: Readonly<Record<RowChoice, string>> = {
  all: 'All',
  problem: 'With problems',
  alike: 'Like another',
  changed: 'Changes',
  new: 'New',
  unchanged: 'As before',
  meanwhile: 'Changed meanwhile',
};

const names = Object.keys(choiceWords) as RowChoice[];

/** The rows of an import, those that need somebody first, each problem beside its row and column. */
export function Rows({ of, shown }: RowsProps) {
  const { choice, page, rows } = shown;
  const total = countOf(of, choice);
  const path = importPath(of.id);
  const isAsked = of.state === 'uploaded' && rows.some(({ alike }) => alike !== null);
  const table = <RowsTable of={of} shown={shown} />;
  return (
    <>
      <h2 class="govuk-heading-m" id="rows">
        Row by row
      </h2>
      <RowChoices
        choices={names.map((name) => ({ name, words: choiceWords[name], count: countOf(of, name) }))}
        chosen={choice}
        path={path}
      />
      {isAsked ? (
        <form method="post" action={importPath(of.id, 'decide')}>
          <input type="hidden" name="show" value={choice} />
          <input type="hidden" name="page" value={page} />
          {table}
          <Button preventDoubleClick classes="govuk-button--secondary">
            Save what you decided
          </Button>
        </form>
      ) : (
        table
      )}
      <Pages
        current={page}
        total={Math.ceil(total / rowsOnPage)}
        href={(next) => rowsAddress(path, choice, next)}
        landmarkLabel="Pages of rows"
      />
    </>
  );
}

function RowsTable({ of, shown: { choice, page, rows } }: RowsProps) {
  const isDone = of.state === 'done';
  const total = countOf(of, choice);
  return (
    <ResponsiveTable
      caption={`${plural(total, 'row')}${total > rowsOnPage ? `, page ${page}` : ''}`}
      captionClasses="govuk-table__caption--s"
      columns={[
        { key: 'organisation', heading: 'Organisation' },
        { key: 'line', heading: 'Row' },
        { key: 'outcome', heading: isDone ? 'What was done' : 'What would be done' },
        { key: 'told', heading: 'Problems and changes' },
      ]}
      rows={rows.map((row) => [
        <Name row={row} />,
        String(row.line),
        isDone ? writtenInWords(row) : outcomeInWords(row.outcome),
        <Told row={row} isAsked={of.state === 'uploaded'} />,
      ])}
    />
  );
}

function Name({ row }: { readonly row: ImportRowEntity }) {
  const name = row.title === '' ? 'No name' : cut(row.title);
  if (row.organisationId === null) return <>{name}</>;
  return (
    <a class="govuk-link" href={organisationPath(row.organisationId)}>
      {name}
    </a>
  );
}

function Told({ row, isAsked }: { readonly row: ImportRowEntity; readonly isAsked: boolean }) {
  const { alike } = row;
  if (alike === null) return <RowTold row={row} fieldInWords={fieldInWords} />;
  const others = row.problems.length + row.changes.length + row.notes.length;
  return (
    <>
      {isAsked ? <DecisionChoice row={row} alike={alike} /> : <AlikeTold alike={alike} />}
      {others > 0 && <RowTold row={row} fieldInWords={fieldInWords} />}
    </>
  );
}

function countOf(of: OrganisationsImport, choice: RowChoice): number {
  switch (choice) {
    case 'problem':
      return faultyOf(of);
    case 'alike':
      return of.alikeCount;
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
