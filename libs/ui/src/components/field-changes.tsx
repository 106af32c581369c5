/** One field that a change altered, in words; empty where there was nothing. */
export interface FieldChangeInWords {
  /** The field as people call it. */
  readonly name: string;
  readonly before: string;
  readonly after: string;
}

/** Longer texts are shown when they are asked for. */
const longestShown = 200;

export interface FieldChangesProps {
  readonly changes: readonly FieldChangeInWords[];
  /** Of something that was not there before: what it is, and not that it was nothing. */
  readonly isNew?: boolean;
}

/** What was changed, from what to what; nothing where nothing was. */
export function FieldChanges({ changes, isNew = false }: FieldChangesProps) {
  if (changes.length === 0) return null;
  return (
    <ul class="govuk-list govuk-list--bullet cn-flush">
      {changes.map((change) => (
        <li>
          <Change {...change} isNew={isNew} />
        </li>
      ))}
    </ul>
  );
}

function Change({ name, before, after, isNew }: FieldChangeInWords & { readonly isNew: boolean }) {
  const values = isNew ? (
    lines(after)
  ) : (
    <>
      {before === '' ? 'nothing' : <del>{lines(before)}</del>} →{' '}
      {after === '' ? 'nothing' : <ins>{lines(after)}</ins>}
    </>
  );
  if (before.length + after.length <= longestShown) {
    return (
      <>
        {name}: {values}
      </>
    );
  }
  return (
    <details>
      <summary>{isNew ? `${name}: show it` : `${name}: show what it was and what it became`}</summary>
      {values}
    </details>
  );
}

/** Text of several lines with its line breaks. */
const lines = (text: string) =>
  text.split('\n').map((line, index) => (
    <>
      {index > 0 && <br />}
      {line}
    </>
  ));
