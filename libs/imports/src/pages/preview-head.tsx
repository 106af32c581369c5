import { ErrorSummary, InsetText, plural } from '#ui';
import { totalOf, type Import } from '../import-record.js';

export interface PreviewHeadProps {
  readonly of: Import;
  /** How many rows would do what. */
  readonly counts: string;
  /** Why it was not imported; where that is decided, there is a control `leave-out`. */
  readonly error: string | null;
}

/** What a preview begins with: what is in the file. */
export function PreviewHead({ of, counts, error }: PreviewHeadProps) {
  return (
    <>
      {error !== null && (
        <ErrorSummary titleText="There is a problem" errorList={[{ text: error, href: '#leave-out' }]} />
      )}
      <h1 class="govuk-heading-l">Look at “{of.fileName}” before it is imported</h1>
      <InsetText>
        {plural(totalOf(of), 'row')}: {counts}. Nothing has been written yet.
      </InsetText>
      {of.notes.length > 0 && (
        <ul class="govuk-list govuk-list--bullet">
          {of.notes.map(({ line, message }) => (
            <li>{line === null ? message : `Line ${line}: ${message}`}</li>
          ))}
        </ul>
      )}
    </>
  );
}
