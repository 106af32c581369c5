import { actionInWords, PreviewHead } from '#imports';
import { Button, ButtonGroup, Checkboxes, plural } from '#ui';
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
      <PreviewHead of={of} counts={countsInWords(of)} error={error} />
      <Decision of={of} error={error} />
      <Rows of={of} shown={shown} />
    </>
  );
}

type OfProps = Pick<PreviewProps, 'of'>;

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
        <Button preventDoubleClick>{actionInWords(of, 'organisation')}</Button>
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
