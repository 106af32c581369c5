import { totalOf } from '#imports';
import { Button, ButtonGroup, Checkboxes, ErrorSummary, InsetText, plural } from '#ui';
import { managePath } from '../../managing/addresses.js';
import { importPath, uploadPath } from '../addresses.js';
import type { CalendarImport } from '../import.entity.js';
import { Rows, type ShownRows } from './rows.view.js';
import { countsInWords } from './words.js';

export interface PreviewProps {
  readonly of: CalendarImport;
  readonly shown: ShownRows;
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

function FileNotes({ of }: { readonly of: CalendarImport }) {
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
  const writes = of.newCount + of.changedCount;
  if (writes === 0) return <NothingToDo of={of} />;
  return (
    <form method="post" action={importPath(of.id, 'confirm')}>
      {of.problemCount > 0 && (
        <>
          <p class="govuk-body">
            Put {of.problemCount === 1 ? 'it' : 'them'} right in the file and upload it again, or go on
            without {of.problemCount === 1 ? 'it' : 'them'}.
          </p>
          <Checkboxes
            name="leave-out"
            errorMessage={error ?? undefined}
            items={[
              {
                value: 'yes',
                text:
                  of.problemCount === 1
                    ? 'Leave out the row with problems'
                    : `Leave out the ${plural(of.problemCount, 'row')} with problems`,
              },
            ]}
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

function NothingToDo({ of }: { readonly of: CalendarImport }) {
  return (
    <>
      <p class="govuk-body">
        {of.problemCount > 0
          ? 'There is nothing in it that can be imported. Put the rows right in the file and upload it again.'
          : 'Everything in it is in the calendar already, so there is nothing to import.'}
      </p>
      <ButtonGroup>
        <Button href={uploadPath}>Choose another file</Button>
        <a class="govuk-link" href={managePath}>
          Back to the calendar
        </a>
      </ButtonGroup>
    </>
  );
}

/** "Add 38 events", "Add 38 events and change 2" */
function actionInWords({ newCount, changedCount }: CalendarImport): string {
  if (changedCount === 0) return `Add ${plural(newCount, 'event')}`;
  if (newCount === 0) return `Change ${plural(changedCount, 'event')}`;
  return `Add ${plural(newCount, 'event')} and change ${plural(changedCount, 'event')}`;
}
