import type { ComponentChildren } from 'preact';
import { cut, readRowChoice, RowTable, RowTold, totalOf, type ShownRows as ShownOf } from '#imports';
import { Button, HiddenFields } from '#ui';
import { organisationPath } from '../../addresses.js';
import { importPath } from '../addresses.js';
import type { ImportRowEntity } from '../import-row.entity.js';
import type { OrganisationsImport } from '../import.entity.js';
import type { RowChoice } from '../imports.repository.js';
import { AlikeTold, DecisionChoice } from './decision.js';
import { faultyOf, fieldInWords, outcomeInWords, writtenInWords } from './words.js';

/** Which rows of an import are shown. */
export type ShownRows = ShownOf<ImportRowEntity, RowChoice>;

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
  const isAsked = of.state === 'uploaded';
  return (
    <RowTable
      of={of}
      shown={shown}
      choices={names.map((name) => ({ name, words: choiceWords[name], count: countOf(of, name) }))}
      path={importPath(of.id)}
      heading="Organisation"
      place="Row"
      cells={{
        name: (row) => <Name row={row} />,
        outcome: (row) => (of.state === 'done' ? writtenInWords(row) : outcomeInWords(row.outcome)),
        told: (row) => <Told row={row} isAsked={isAsked} />,
      }}
      around={(table) =>
        isAsked && shown.rows.some(({ alike }) => alike !== null) ? (
          <DecisionForm of={of} shown={shown}>
            {table}
          </DecisionForm>
        ) : (
          table
        )
      }
    />
  );
}

/** Takes down what is decided about the rows in it, and comes back to them. */
function DecisionForm({ of, shown, children }: RowsProps & { readonly children: ComponentChildren }) {
  return (
    <form method="post" action={importPath(of.id, 'decide')}>
      <HiddenFields values={{ show: shown.choice, page: String(shown.page) }} />
      {children}
      <Button preventDoubleClick classes="govuk-button--secondary">
        Save what you decided
      </Button>
    </form>
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
