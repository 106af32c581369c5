import { Button, ButtonGroup, HiddenFields, numberInWords } from '#ui';
import { importableOf, type Import } from '../import-record.js';

export interface OutcomeProps {
  readonly of: Import;
  /** The import's own page; its steps `confirm` and `progress` are below it. */
  readonly path: string;
}

/** How far an import has come. Its script asks again and again; without scripts the page is loaded anew. */
export function RunningView({ of, path }: OutcomeProps) {
  const total = importableOf(of);
  return (
    <>
      <h1 class="govuk-heading-l">“{of.fileName}” is being imported</h1>
      <div data-progress={`${path}/progress`}>
        <p class="govuk-body">
          <label for="progress">
            <span data-progress-count>{numberInWords(of.progress)}</span> of {numberInWords(total)} rows
          </label>
        </p>
        <progress id="progress" max={total} value={of.progress}>
          {numberInWords(of.progress)} of {numberInWords(total)}
        </progress>
        <p class="govuk-visually-hidden" role="status" data-progress-said></p>
      </div>
      <p class="govuk-body">
        You can leave this page; the import goes on.{' '}
        <a class="govuk-link" href={path}>
          Look how far it is
        </a>
        .
      </p>
    </>
  );
}

/** What the page's script asks for. */
export const progressOf = (of: Import) => ({
  isRunning: of.state === 'confirmed' || of.state === 'running',
  done: of.progress,
  total: importableOf(of),
});

/** An import that came to no end: nothing of it was written. */
export function StoppedView({
  of,
  path,
  uploadPath,
  keeper,
}: OutcomeProps & {
  readonly uploadPath: string;
  /** What somebody looks after: "the calendar". */
  readonly keeper: string;
}) {
  return (
    <>
      <h1 class="govuk-heading-l">
        {of.state === 'stopped' ? 'The import was interrupted' : 'The import did not succeed'}
      </h1>
      <p class="govuk-body">
        Nothing of “{of.fileName}” was written: an import is written as a whole or not at all. Try again; if
        it happens once more, tell whoever looks after {keeper}.
      </p>
      <form method="post" action={`${path}/confirm`}>
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
