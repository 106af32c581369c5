import { capitalised } from '../../managing/words.js';
import type { ImportProblem } from '../domain/import-row.js';
import type { ImportRowEntity } from '../import-row.entity.js';

/** The longest text of a file that a preview shows, in characters. */
const longest = 200;

/** A text of the file, cut where it would fill the page. */
export function cut(text: string): string {
  const characters = Array.from(text);
  return characters.length > longest ? `${characters.slice(0, longest).join('')} …` : text;
}

/** All that is to be told of a row: what is wrong with it, what it changes, and what to look at. */
export function RowTold({ row }: { readonly row: ImportRowEntity }) {
  const told = row.problems.length + row.changes.length + row.notes.length;
  if (told === 0) return <span class="cn-quiet">–</span>;
  return (
    <>
      <Problems problems={row.problems} row={row} />
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

function Problems({
  problems,
  row,
}: {
  readonly problems: readonly ImportProblem[];
  readonly row: ImportRowEntity;
}) {
  if (problems.length === 0) return null;
  return (
    <ul class="govuk-list cn-flush">
      {problems.map((problem) => (
        <li class="govuk-error-message">{placed(problem, row.line)}</li>
      ))}
    </ul>
  );
}

/** "start: …", and the line where it is not the row's own */
function placed({ line, column, message }: ImportProblem, rowLine: number) {
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

const fieldWords: Readonly<Record<string, string>> = {
  joining: 'Joining link',
  organiser: 'Contact',
  recurrence: 'Repeats',
  statusReason: 'Reason',
  replacedBy: 'Replaced by',
};

const fieldInWords = (field: string): string => fieldWords[field] ?? capitalised(field);
