import { Temporal } from 'temporal-polyfill';
import { dateInWords, EmptyState, listInWords, numberInWords, ResponsiveTable } from '#ui';
import { kept, kindsKept } from '../domain/kept.js';
import type { RetentionRunRow } from '../retention-run.entity.js';
import { KeptTable } from './kept-table.js';

export function RetentionView({ runs }: { readonly runs: readonly RetentionRunRow[] }) {
  return (
    <>
      <h1 class="govuk-heading-xl">Retention</h1>
      <p class="govuk-body">
        Once a day, whatever has been kept for its time is removed. People can read the same table on the{' '}
        <a class="govuk-link" href="/members/privacy">
          page about their data
        </a>
        .
      </p>
      <h2 class="govuk-heading-m">What was removed lately</h2>
      {runs.length === 0 ? (
        <EmptyState titleText="No report yet" headingLevel={3}>
          <p class="govuk-body">The first one comes soon after the first start.</p>
        </EmptyState>
      ) : (
        <ResponsiveTable
          caption="Reports, the latest first"
          captionClasses="govuk-visually-hidden"
          columns={[
            { key: 'day', heading: 'Day' },
            { key: 'removed', heading: 'Removed' },
            { key: 'missing', heading: 'Could not be dealt with' },
          ]}
          rows={runs.map((run) => [
            dateInWords(Temporal.PlainDate.from(run.dueOn)),
            run.endedAt === null ? 'At work' : removedInWords(run),
            run.endedAt === null ? '–' : missingInWords(run),
          ])}
        />
      )}
      <h2 class="govuk-heading-m">What is kept how long</h2>
      <KeptTable rows={Object.values(kept)} />
    </>
  );
}

/** "12 sign-ins and 3 API tokens" */
function removedInWords({ removed }: RetentionRunRow): string {
  const told = kindsKept.flatMap((kind) => {
    const count = removed[kind] ?? 0;
    return count === 0 ? [] : [`${kept[kind].title}: ${numberInWords(count)}`];
  });
  return told.length === 0 ? 'Nothing was due' : told.join('; ');
}

function missingInWords({ removed }: RetentionRunRow): string {
  const missing = kindsKept.filter((kind) => removed[kind] === undefined);
  return missing.length === 0 ? '–' : listInWords(missing.map((kind) => kept[kind].title));
}
