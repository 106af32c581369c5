import { Temporal } from 'temporal-polyfill';
import { dateInWords, Details, LinePlot, numberInWords, ResponsiveTable } from '#ui';
import { amountOf } from '../in-words.js';
import type { StockItemRow } from '../stock-item.entity.js';

/** The most days that a plot has room for; the table has all. */
const mostPlotted = 30;

export interface RemainsPlotProps {
  readonly item: Pick<StockItemRow, 'name' | 'unit' | 'units' | 'reorderLevel'>;
  /** What there was at the end of each day on which that changed, the oldest first; at least one. */
  readonly days: readonly { readonly day: string; readonly remains: number }[];
}

/** What remained over time, beside the level at which more is ordered. */
export function RemainsPlot({ item, days }: RemainsPlotProps) {
  const shown = days.slice(-mostPlotted);
  const level = item.reorderLevel;
  const last = shown.at(-1)?.remains ?? 0;
  return (
    <section aria-labelledby="over-time">
      <h2 class="govuk-heading-m" id="over-time">
        What remained over time
      </h2>
      <LinePlot
        id="remains"
        title={`What remained of ${item.name} at the end of each day on which that changed`}
        description={`${amountOf(last, item)} at last. The same numbers stand in the table below.`}
        labels={shown.map(({ day }) => dayLabel(day))}
        series={[
          { name: 'Left', values: shown.map(({ remains }) => remains) },
          ...(level === null ? [] : [{ name: 'Re-order', values: shown.map(() => level) }]),
        ]}
      />
      <Details summaryText="The same as a table">
        <ResponsiveTable
          caption="What remained at the end of each day"
          columns={[
            { key: 'day', heading: 'Day' },
            { key: 'remains', heading: 'Remained', format: 'numeric' },
          ]}
          rows={days.map(({ day, remains }) => [
            dateInWords(Temporal.PlainDate.from(day)),
            numberInWords(remains),
          ])}
        />
      </Details>
    </section>
  );
}

/** "26 Sep" */
const dayLabel = (day: string): string =>
  dateInWords(Temporal.PlainDate.from(day), { weekday: false, impliedYear: Number(day.slice(0, 4)) }).replace(
    /^(\d+ \p{L}{3}).*$/u,
    '$1',
  );
