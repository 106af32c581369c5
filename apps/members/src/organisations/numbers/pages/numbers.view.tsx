import { EmptyState, InsetText, LinePlot, plural, ResponsiveTable, UpDownPlot } from '#ui';
import { organisationsPath } from '../../addresses.js';
import { categories } from '../../domain/organisation.js';
import { yearInWords } from '../../domain/quarter.js';
import { categoryWords } from '../../domain/words.js';
import { totalOf, type PeriodNumbers } from '../domain/numbers.js';
import { numbersAddress, type NumbersAsked } from '../find-numbers.js';

export function NumbersView(props: NumbersAsked) {
  const { numbers, undated, year } = props;
  const { periods, before } = numbers;
  const isEmpty = totalOf(before) === 0 && periods.every(({ joined, total }) => joined + total === 0);
  return (
    <>
      <h1 class="govuk-heading-xl">Numbers over time</h1>
      {isEmpty ? (
        <EmptyState titleText="Nobody has joined yet">
          <p class="govuk-body">
            Joiners, leavers and members by category are counted here from the records of{' '}
            <a class="govuk-link" href={organisationsPath}>
              organisations
            </a>
            .
          </p>
        </EmptyState>
      ) : (
        <>
          <Latest {...props} />
          <Choices {...props} />
          {undated > 0 && <Undated undated={undated} />}
          <Plots periods={periods} year={year} />
          <Table periods={periods} />
          <p class="govuk-body">
            <a class="govuk-link" href={numbersAddress(year, 'csv')}>
              Take these numbers with you as CSV
            </a>
          </p>
        </>
      )}
    </>
  );
}

/** How things stand, in a sentence. */
function Latest({ numbers: { periods }, year, today }: NumbersAsked) {
  const last = periods.at(-1);
  if (last === undefined) return null;
  const span = year === null ? `in the membership year ${last.label}` : `in ${last.label}`;
  return (
    <p class="govuk-body-l">
      {plural(last.total, 'member')}; {last.joined} joined and {last.left} left {span}
      {last.last > today && ', so far'}.
    </p>
  );
}

function Choices({ year, firstYear, thisYear }: NumbersAsked) {
  const shown = year ?? thisYear;
  return (
    <nav aria-label="Which numbers">
      <ul class="cn-choices">
        <li>
          <a href={numbersAddress(null)} aria-current={year === null ? 'true' : undefined}>
            Every membership year
          </a>
        </li>
        <li>
          <a href={numbersAddress(shown)} aria-current={year === null ? undefined : 'true'}>
            Months of {yearInWords(shown)}
          </a>
        </li>
        {year !== null && year > firstYear && (
          <li>
            <a href={numbersAddress(year - 1)}>Months of {yearInWords(year - 1)}</a>
          </li>
        )}
        {year !== null && year < thisYear && (
          <li>
            <a href={numbersAddress(year + 1)}>Months of {yearInWords(year + 1)}</a>
          </li>
        )}
      </ul>
    </nav>
  );
}

function Undated({ undated }: { readonly undated: number }) {
  return (
    <InsetText>
      Of {plural(undated, 'organisation')} it is not on record when {undated === 1 ? 'it' : 'they'} joined.{' '}
      {undated === 1 ? 'It counts' : 'They count'} as {undated === 1 ? 'a member' : 'members'} from before the
      first day shown, and {undated === 1 ? 'is' : 'are'} not among the joiners. Enter the day on{' '}
      {undated === 1 ? 'its record' : 'their records'} once it is known.
    </InsetText>
  );
}

function Plots({
  periods,
  year,
}: {
  readonly periods: readonly PeriodNumbers[];
  readonly year: number | null;
}) {
  const each = year === null ? 'membership year' : 'month';
  const labels = periods.map(({ label }) => shortLabel(label));
  const last = periods.at(-1);
  const first = periods[0];
  const span = first === undefined || last === undefined ? '' : `${first.label} until ${last.label}`;
  return (
    <>
      <h2 class="govuk-heading-m">Members by category</h2>
      <LinePlot
        id="members"
        title={`Members by category at the end of each ${each}`}
        description={`A line for each category, from ${span}. The table below has the same numbers.`}
        labels={labels}
        series={categories.map((category) => ({
          name: categoryWords[category],
          values: periods.map(({ members }) => members[category]),
        }))}
      />
      <h2 class="govuk-heading-m">Joiners and leavers</h2>
      <UpDownPlot
        id="moves"
        title={`Organisations that joined and left in each ${each}`}
        description={`Bars upwards for those that joined, downwards for those that left, from ${span}. The table below has the same numbers.`}
        labels={labels}
        up={{ name: 'Joined', values: periods.map(({ joined }) => joined) }}
        down={{ name: 'Left', values: periods.map(({ left }) => left) }}
      />
    </>
  );
}

/** "2025 to 2026" as "2025/26", "August 2025" as "Aug 2025": what stands below a plot is short. */
function shortLabel(label: string): string {
  const years = /^(\d{4}) to \d\d(\d\d)$/.exec(label);
  if (years) return `${years[1]}/${years[2]}`;
  return label.replace(/^(\w{3})\w*/, '$1');
}

function Table({ periods }: { readonly periods: readonly PeriodNumbers[] }) {
  return (
    <ResponsiveTable
      caption="The same numbers as a table"
      captionClasses="govuk-table__caption--m"
      isWide
      columns={[
        { key: 'period', heading: 'Period' },
        { key: 'joined', heading: 'Joined', format: 'numeric' },
        { key: 'left', heading: 'Left', format: 'numeric' },
        ...categories.map((category) => ({
          key: category,
          heading: categoryWords[category],
          format: 'numeric' as const,
        })),
        { key: 'total', heading: 'Members in all', format: 'numeric' },
      ]}
      rows={periods
        .toReversed()
        .map(({ label, joined, left, members, total }) => [
          label,
          String(joined),
          String(left),
          ...categories.map((category) => String(members[category])),
          String(total),
        ])}
    />
  );
}
