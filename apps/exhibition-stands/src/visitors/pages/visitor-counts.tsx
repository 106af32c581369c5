import { instantOf } from '#platform';
import { dateInWords, Details, LinePlot, numberInWords, ResponsiveTable, timeRangeInWords } from '#ui';
import { shiftClock } from '../../board/shift-words.js';
import type { ShiftCount } from '../read-visitors.js';

/** The most shifts that a plot has room for; the table has all. */
const mostPlotted = 40;

export interface VisitorCountsProps {
  readonly counts: readonly ShiftCount[];
  /** IANA */
  readonly zone: string;
}

/** How many stopped by in each shift, drawn and as a table. */
export function VisitorCounts({ counts, zone }: VisitorCountsProps) {
  const all = counts.reduce((sum, { visitors }) => sum + visitors, 0);
  if (all === 0) return null;
  const agreed = counts.reduce((sum, count) => sum + count.agreed, 0);
  const plotted = counts.filter(({ startsAt }) => startsAt !== null).slice(-mostPlotted);
  return (
    <section aria-labelledby="per-shift">
      <h2 class="govuk-heading-m" id="per-shift">
        Per shift
      </h2>
      {plotted.length > 0 && (
        <LinePlot
          id="visitors"
          title="Visitors in each shift"
          description={`${numberInWords(all)} in all, of whom ${numberInWords(agreed)} want to hear more. The same numbers stand in the table below.`}
          labels={plotted.map(({ startsAt }) => (startsAt === null ? '' : labelOf(startsAt, zone)))}
          series={[
            { name: 'Stopped by', values: plotted.map(({ visitors }) => visitors) },
            { name: 'Hear more', values: plotted.map((count) => count.agreed) },
          ]}
        />
      )}
      <Details summaryText="The same as a table" open={plotted.length === 0}>
        <ResponsiveTable
          caption="Visitors in each shift"
          columns={[
            { key: 'shift', heading: 'Shift' },
            { key: 'visitors', heading: 'Stopped by', format: 'numeric' },
            { key: 'agreed', heading: 'Want to hear more', format: 'numeric' },
          ]}
          rows={counts.map((count) => [
            shiftOf(count, zone),
            numberInWords(count.visitors),
            numberInWords(count.agreed),
          ])}
        />
      </Details>
    </section>
  );
}

/** "Sun 10:00": a clock time alone would be the same on every day, and there is room for few letters. */
function labelOf(startsAt: Date, zone: string): string {
  const start = instantOf(startsAt).toZonedDateTimeISO(zone);
  return `${start.toLocaleString('en-GB', { weekday: 'short' })} ${shiftClock(start.toInstant(), zone)}`;
}

function shiftOf({ startsAt, endsAt }: ShiftCount, zone: string): string {
  if (startsAt === null || endsAt === null) return 'Outside the shifts';
  const [start, end] = [startsAt, endsAt].map((at) => instantOf(at).toZonedDateTimeISO(zone));
  if (start === undefined || end === undefined) throw new Error('two moments are two');
  const day = dateInWords(start.toPlainDate(), { impliedYear: start.year });
  return `${day}, ${timeRangeInWords(start.toPlainTime(), end.toPlainTime())}`;
}
