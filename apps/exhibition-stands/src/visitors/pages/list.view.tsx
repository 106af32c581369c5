import { Button, numberInWords, plural, SummaryList } from '#ui';
import { visitorsPath } from '../addresses.js';
import type { VisitorListRow } from '../visitor.entity.js';

/** Only so many wrong rows are told at once. */
const mostTold = 20;

/** What was found in a list of visitors, to be confirmed; or what was written of it. */
export function ListView({ list, already }: { readonly list: VisitorListRow; readonly already: number }) {
  const { summary, exhibitionId, id, writtenAt, written } = list;
  const { twice, problems } = summary;
  const fresh = summary.agreed + summary.anonymous - already;
  return (
    <>
      <SummaryList
        rows={[
          { key: 'File', value: <bdi>{list.fileName}</bdi> },
          { key: 'Rows', value: numberInWords(summary.rows) },
          { key: 'Agreed', value: numberInWords(summary.agreed) },
          { key: 'Only counted', value: numberInWords(summary.anonymous) },
          { key: 'Twice in the file', value: numberInWords(twice.length) },
          writtenAt === null && { key: 'On the list already', value: numberInWords(already) },
          { key: 'Cannot be read', value: numberInWords(problems.length) },
          writtenAt !== null && { key: 'Written down', value: numberInWords(written ?? 0) },
        ]}
      />
      {twice.length > 0 && (
        <p class="govuk-body">
          The same address again, so passed over: {plural(twice.length, 'row')}, {rowsInWords(twice)}.
        </p>
      )}
      {problems.length > 0 && (
        <>
          <h2 class="govuk-heading-m">Rows that cannot be read are left out</h2>
          <ul class="govuk-list govuk-list--bullet">
            {problems.slice(0, mostTold).map(({ line, message }) => (
              <li key={line}>
                Row {line}: {message}
              </li>
            ))}
          </ul>
          {problems.length > mostTold && (
            <p class="govuk-body">And {plural(problems.length - mostTold, 'more row')}.</p>
          )}
        </>
      )}
      {writtenAt === null && fresh > 0 ? (
        <form method="post" action={visitorsPath(exhibitionId, `lists/${id}`)}>
          <Button preventDoubleClick>Write down {plural(fresh, 'visitor')}</Button>
          <p class="govuk-body">All of them are written, or none.</p>
        </form>
      ) : (
        <p class="govuk-body">
          {writtenAt === null && 'There is nobody in the file who could be written down. '}
          <a class="govuk-link" href={visitorsPath(exhibitionId)}>
            See the visitors
          </a>
        </p>
      )}
    </>
  );
}

const rowsInWords = (rows: readonly number[]): string =>
  `row${rows.length === 1 ? '' : 's'} ${rows.slice(0, mostTold).join(', ')}${rows.length > mostTold ? ' and so on' : ''}`;
