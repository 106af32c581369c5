import { actionInWords, PreviewHead } from '#imports';
import { Button, ButtonGroup, Checkboxes, plural } from '#ui';
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
      <PreviewHead of={of} counts={countsInWords(of)} error={error} />
      <Decision of={of} error={error} />
      <Rows of={of} shown={shown} />
    </>
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
        <Button preventDoubleClick>{actionInWords(of, 'event')}</Button>
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
