import { totalOf } from '#imports';
import { Button, ButtonGroup, Checkboxes, ErrorSummary, InsetText, plural } from '#ui';
import { organisationsPath } from '../../addresses.js';
import { importPath, uploadPath } from '../addresses.js';
import type { OrganisationsImport } from '../import.entity.js';
import { Rows, type RowsProps } from './rows.view.js';
import { countsInWords, faultyOf } from './words.js';

export interface PreviewProps extends RowsProps {
  /** Why it was not imported. */
  readonly error: string | null;
}

/** What an import would do, and the button that does it. */
export function PreviewView({ of, shown, error }: PreviewProps) {
  return (
    <>
      {error !== null && (
        <ErrorSummary titleText="There is a problem" errorList={[{ text: error, href: '#leave-out' }]} />
      )}
      <h1 class="govuk-heading-l">Look at “{of.fileName}” before it is imported</h1>
      <InsetText>
        {plural(totalOf(of), 'row')}: {countsInWords(of)}. Nothing has been written yet.
      </InsetText>
      <FileNotes of={of} />
      <Decision of={of} error={error} />
      <Rows of={of} shown={shown} />
    </>
  );
}

type OfProps = Pick<PreviewProps, 'of'>;

function FileNotes({ of }: OfProps) {
  if (of.notes.length === 0) return null;
  return (
    <ul class="govuk-list govuk-list--bullet">
      {of.notes.map(({ line, message }) => (
        <li>{line === null ? message : `Line ${line}: ${message}`}</li>
      ))}
    </ul>
  );
}

function Decision({ of, error }: Omit<PreviewProps, 'shown'>) {
  if (of.newCount + of.changedCount === 0) return <NothingToDo of={of} />;
  return (
    <form method="post" action={importPath(of.id, 'confirm')}>
      {of.problemCount > 0 && (
        <>
          <WhatToDo of={of} />
          <Checkboxes
            name="leave-out"
            errorMessage={error ?? undefined}
            items={[{ value: 'yes', text: leaveOutInWords(of) }]}
          />
        </>
      )}
      <ButtonGroup>
        <Button preventDoubleClick>{actionInWords(of)}</Button>
        <a class="govuk-link" href={uploadPath}>
          Choose another file
        </a>
      </ButtonGroup>
    </form>
  );
}

/** What to do about rows that cannot be imported as they are. */
function WhatToDo({ of }: OfProps) {
  const faulty = faultyOf(of);
  return (
    <>
      {of.alikeCount > 0 && (
        <p class="govuk-body">
          Decide below about {of.alikeCount === 1 ? 'the row that looks' : 'the rows that look'} like another
          organisation, so that none is on record twice.
        </p>
      )}
      {faulty > 0 && (
        <p class="govuk-body">
          Put {faulty === 1 ? 'the row with problems' : 'the rows with problems'} right in the file and upload
          it again, or go on without {faulty === 1 ? 'it' : 'them'}.
        </p>
      )}
    </>
  );
}

/** "Leave out the 3 rows with problems", "… and the row that is not decided" */
function leaveOutInWords(of: OrganisationsImport): string {
  const faulty = faultyOf(of);
  const parts = [
    ...(faulty === 1 ? ['the row with problems'] : []),
    ...(faulty > 1 ? [`the ${plural(faulty, 'row')} with problems`] : []),
    ...(of.alikeCount === 1 ? ['the row that is not decided about'] : []),
    ...(of.alikeCount > 1 ? [`the ${plural(of.alikeCount, 'row')} that are not decided about`] : []),
  ];
  return `Leave out ${parts.join(' and ')}`;
}

function NothingToDo({ of }: OfProps) {
  return (
    <>
      <WhatToDo of={of} />
      {of.problemCount === 0 && (
        <p class="govuk-body">Everything in it is on record already, so there is nothing to import.</p>
      )}
      <ButtonGroup>
        <Button href={uploadPath}>Choose another file</Button>
        <a class="govuk-link" href={organisationsPath}>
          Back to the organisations
        </a>
      </ButtonGroup>
    </>
  );
}

/** "Add 38 organisations", "Add 38 organisations and change 2" */
function actionInWords({ newCount, changedCount }: OrganisationsImport): string {
  if (changedCount === 0) return `Add ${plural(newCount, 'organisation')}`;
  if (newCount === 0) return `Change ${plural(changedCount, 'organisation')}`;
  return `Add ${plural(newCount, 'organisation')} and change ${plural(changedCount, 'organisation')}`;
}
