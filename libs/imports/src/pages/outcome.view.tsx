import {
  Button,
  ButtonGroup,
  HiddenFields,
  LiveProgress,
  LiveValue,
  numberInWords,
  type LiveState,
} from '#ui';
import { importableOf, isRunning, type Import } from '../import-record.js';

export interface OutcomeProps {
  readonly of: Import;
  /** The import's own page; its steps `confirm` and `progress` are below it. */
  readonly path: string;
}

/** How far an import has come. It moves by itself; without scripts the page is loaded anew. */
export function RunningView({ of, path }: OutcomeProps) {
  const state = progressOf(of);
  return (
    <>
      <h1 class="govuk-heading-l">“{of.fileName}” is being imported</h1>
      <LiveProgress
        address={`${path}/progress`}
        state={state}
        label={
          <>
            <LiveValue of={state} name="done" /> of {numberInWords(state.total)} rows
          </>
        }
      />
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

/** What the page's script is told. */
export function progressOf(of: Import): LiveState {
  const total = importableOf(of);
  const done = numberInWords(of.progress);
  return {
    isRunning: isRunning(of),
    done: of.progress,
    total,
    values: { done },
    said: `${done} of ${numberInWords(total)} rows`,
  };
}

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
