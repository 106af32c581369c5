import { Button, ButtonGroup, HiddenFields, numberInWords, Panel } from '#ui';
import { managePath } from '../../managing/addresses.js';
import { listOf, staffListAddress } from '../../managing/domain/staff-list.js';
import { importPath, uploadPath } from '../addresses.js';
import { importableOf } from '../counts.js';
import type { Import } from '../imports.repository.js';
import { Rows, type ShownRows } from './rows.view.js';
import { resultInWords } from './words.js';

/** How far an import has come. Its script asks again and again; without scripts the page is loaded anew. */
export function RunningView({ of }: { readonly of: Import }) {
  const total = importableOf(of);
  return (
    <>
      <h1 class="govuk-heading-l">“{of.fileName}” is being imported</h1>
      <div data-import-progress={importPath(of.id, 'progress')}>
        <p class="govuk-body">
          <label for="progress">
            <span data-import-count>{numberInWords(of.progress)}</span> of {numberInWords(total)} rows
          </label>
        </p>
        <progress id="progress" max={total} value={of.progress}>
          {numberInWords(of.progress)} of {numberInWords(total)}
        </progress>
        <p class="govuk-visually-hidden" role="status" data-import-said></p>
      </div>
      <p class="govuk-body">
        You can leave this page; the import goes on.{' '}
        <a class="govuk-link" href={importPath(of.id)}>
          Look how far it is
        </a>
        .
      </p>
    </>
  );
}

/** What an import has done. */
export function DoneView({ of, shown }: { readonly of: Import; readonly shown: ShownRows }) {
  const { result } = of;
  const drafts = listOf({ status: 'draft', period: 'all' });
  return (
    <>
      <Panel titleText={isIdle(of) ? 'Nothing had to be changed' : 'The import is done'}>
        {result && resultInWords(result)}
      </Panel>
      <ButtonGroup>
        <Button href={managePath}>Go to the calendar</Button>
        {(result?.added ?? 0) > 0 && (
          <a class="govuk-link" href={staffListAddress(managePath, drafts)}>
            Look at the drafts
          </a>
        )}
        <a class="govuk-link" href={uploadPath}>
          Import another file
        </a>
      </ButtonGroup>
      <Rows of={of} shown={shown} />
    </>
  );
}

const isIdle = ({ result }: Import): boolean => result?.added === 0 && result.changed === 0;

/** An import that came to no end: nothing of it was written. */
export function StoppedView({ of }: { readonly of: Import }) {
  return (
    <>
      <h1 class="govuk-heading-l">
        {of.state === 'stopped' ? 'The import was interrupted' : 'The import did not succeed'}
      </h1>
      <p class="govuk-body">
        Nothing of “{of.fileName}” was written: an import is written as a whole or not at all. Try again; if
        it happens once more, tell whoever looks after the calendar.
      </p>
      <form method="post" action={importPath(of.id, 'confirm')}>
        {/* Whoever started it has decided about rows with problems. */}
        <HiddenFields values={{ 'leave-out': 'yes' }} />
        <ButtonGroup>
          <Button preventDoubleClick>Try again</Button>
          <a class="govuk-link" href={uploadPath}>
            Choose another file
          </a>
        </ButtonGroup>
      </form>
    </>
  );
}
