import type { FileProblem } from '#csv';

/** The longest text of a file that a preview shows, in characters. */
const longest = 200;

/** A text of the file, cut where it would fill the page. */
export function cut(text: string): string {
  const characters = Array.from(text);
  return characters.length > longest ? `${characters.slice(0, longest).join('')} …` : text;
}

/** A field before and after; '' where it was or is empty. */
export interface ToldChange {
  readonly field: string;
  readonly before: string;
  readonly after: string;
}

export interface RowToldProps {
  readonly row: {
    readonly line: number;
    readonly problems: readonly FileProblem[];
    readonly changes: readonly ToldChange[];
    readonly notes: readonly FileProblem[];
  };
  fieldInWords(this: void, field: string): string;
}

/** All that is to be told of a row: what is wrong with it, what it changes, and what to look at. */
export function RowTold({ row, fieldInWords }: RowToldProps) {
  const told = row.problems.length + row.changes.length + row.notes.length;
  if (told === 0) return <span class="cn-quiet">–</span>;
  return (
    <>
      {row.problems.length > 0 && (
        <ul class="govuk-list cn-flush">
          {row.problems.map((problem) => (
            <li class="govuk-error-message">{placed(problem, row.line)}</li>
          ))}
        </ul>
      )}
      {row.changes.length > 0 && (
        <ul class="govuk-list cn-flush">
          {row.changes.map(({ field, before, after }) => (
            <li key={field}>
              {fieldInWords(field)}: {before === '' ? 'nothing' : <del>{cut(before)}</del>} →{' '}
              {after === '' ? 'nothing' : <ins>{cut(after)}</ins>}
            </li>
          ))}
        </ul>
      )}
      {row.notes.length > 0 && (
        <ul class="govuk-list cn-flush cn-quiet">
          {row.notes.map((note) => (
            <li>{placed(note, row.line)}</li>
          ))}
        </ul>
      )}
    </>
  );
}

/** "start: …", and the line where it is not the row's own */
function placed({ line, column, message }: FileProblem, rowLine: number) {
  const elsewhere = line !== null && line !== rowLine ? ` (line ${line})` : '';
  return column === null ? (
    `${message}${elsewhere}`
  ) : (
    <>
      <strong>
        {column}
        {elsewhere}:
      </strong>{' '}
      {message}
    </>
  );
}
