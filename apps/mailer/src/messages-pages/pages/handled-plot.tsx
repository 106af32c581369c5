import type { Temporal } from 'temporal-polyfill';
import type { MessageState } from '#messaging';
import { Details, EmptyState, LinePlot, numberInWords, ResponsiveTable, timeInWords } from '#ui';
import type { ToldBy } from '../ask-services.js';
import { appInWords } from '../domain/message-words.js';
import { rateOf } from '../domain/rate.js';

export interface HandledPlotProps {
  readonly states: readonly ToldBy<MessageState>[];
  readonly now: Temporal.Instant;
}

/** The zone that the network's staff live in. */
const homeZone = 'Europe/London';

/** How many messages were handled when, as a plot and as a table. */
export function HandledPlot({ states, now }: HandledPlotProps) {
  const known = states.flatMap(({ app, told }) => (told === null ? [] : [{ app, handled: told.handled }]));
  const { starts, counts } = rateOf(
    known.map(({ handled }) => handled),
    now,
  );
  const labels = starts.map((start) => timeInWords(start.toZonedDateTimeISO(homeZone).toPlainTime()));
  const names = known.map(({ app }) => appInWords(app));
  return (
    <>
      <h2 class="govuk-heading-m">Messages handled in the last hour</h2>
      {counts.flat().every((count) => count === 0) ? (
        <EmptyState titleText="Nothing was handled in the last hour" headingLevel={3}>
          <p class="govuk-body">That is as it should be while nobody does anything on the site.</p>
        </EmptyState>
      ) : (
        <>
          <LinePlot
            id="handled"
            title="Messages handled in each five minutes of the last hour"
            description={`A line for each part of the site, from ${labels[0]} until now. The table below has the same numbers.`}
            labels={labels}
            series={names.map((name, index) => ({ name, values: counts[index] ?? [] }))}
          />
          <Details summaryText="The same numbers as a table">
            <ResponsiveTable
              caption="Messages handled in each five minutes"
              captionClasses="govuk-table__caption--s"
              isWide
              columns={[
                { key: 'from', heading: 'Five minutes from' },
                ...names.map((name) => ({ key: name, heading: name, format: 'numeric' as const })),
              ]}
              rows={labels.map((label, at) => [
                label,
                ...counts.map((values) => numberInWords(values[at] ?? 0)),
              ])}
            />
          </Details>
        </>
      )}
    </>
  );
}
