import type { Temporal } from 'temporal-polyfill';
import { monthInWords, monthName, weekdayName } from '#ui';
import { monthPath } from '../addresses.js';
import { filteredAddress, isEverything, type Filter } from '../domain/filter.js';
import type { MonthDay, MonthGrid } from '../domain/month-grid.js';
import { isKept } from '../domain/read-month.js';
import type { ListChoices } from '../list-choices.js';
import type { ListedOccurrence } from '../list-occurrences.js';
import { EventLines } from './event-list.js';
import { ActiveFilters, FilterPanel } from './filter-panel.js';
import { MonthEntry } from './month-entry.js';
import { Ways } from './ways.js';

export interface MonthViewProps {
  readonly month: Temporal.PlainYearMonth;
  readonly grid: MonthGrid<ListedOccurrence>;
  /** Whether there is more than is shown. */
  readonly isCut: boolean;
  readonly filter: Filter;
  readonly choices: ListChoices;
  readonly today: Temporal.PlainDate;
}

export function MonthView({ month, grid, isCut, filter, choices, today }: MonthViewProps) {
  const isEmpty = grid.undated.length === 0 && grid.weeks.flat().every((day) => day.entries.length === 0);
  return (
    <>
      <h1 class="govuk-heading-xl">{monthInWords(month)}</h1>
      <Ways here="/calendar/months" filter={filter} />
      <ActiveFilters path={monthPath(month)} filter={filter} choices={choices} />
      <OtherMonths month={month} filter={filter} today={today} />
      {isCut && (
        <p class="govuk-body">
          This month has more than can be shown here. Filter it, or see{' '}
          <a class="govuk-link" href={filteredAddress('/calendar', filter)}>
            the whole list
          </a>
          .
        </p>
      )}
      {isEmpty && (
        <p class="govuk-body">
          {isEverything(filter)
            ? `Nothing is in the calendar for ${monthInWords(month)}.`
            : `Nothing in ${monthInWords(month)} matches what you asked for.`}
        </p>
      )}
      {grid.undated.length > 0 && (
        <section aria-labelledby="undated">
          <h2 class="govuk-heading-m" id="undated">
            {monthInWords(month)}, date to be fixed
          </h2>
          <EventLines events={grid.undated} today={today} headingLevel={3} />
        </section>
      )}
      <Grid month={month} grid={grid} today={today} />
      <FilterPanel path={monthPath(month)} filter={filter} choices={choices} />
    </>
  );
}

function OtherMonths({ month, filter, today }: Pick<MonthViewProps, 'month' | 'filter' | 'today'>) {
  const current = today.toPlainYearMonth();
  const [previous, next] = [month.subtract({ months: 1 }), month.add({ months: 1 })];
  return (
    <nav class="cn-month-bar" aria-label="Months">
      {isKept(previous) && (
        <a class="govuk-link" rel="prev" href={filteredAddress(monthPath(previous), filter)}>
          <span aria-hidden="true">← </span>
          {monthInWords(previous)}
        </a>
      )}
      {!current.equals(month) && (
        <a class="govuk-link" href={filteredAddress(monthPath(current), filter)}>
          This month
        </a>
      )}
      {isKept(next) && (
        <a class="govuk-link" rel="next" href={filteredAddress(monthPath(next), filter)}>
          {monthInWords(next)}
          <span aria-hidden="true"> →</span>
        </a>
      )}
    </nav>
  );
}

/** Whether a week has nothing to show where only the days with something are listed. */
const hasNothing = (week: readonly MonthDay<ListedOccurrence>[], today: Temporal.PlainDate): boolean =>
  week.every(({ date, entries, isOutside }) => isOutside || (entries.length === 0 && !date.equals(today)));

/** The table's roles are said again, because on a phone it is laid out as a list, which takes them away. */
function Grid({ month, grid, today }: Pick<MonthViewProps, 'month' | 'grid' | 'today'>) {
  const isBare = grid.weeks.every((week) => hasNothing(week, today));
  return (
    <table class={`cn-month${isBare ? ' cn-month--empty' : ''}`} role="table">
      <caption class="govuk-visually-hidden">{monthInWords(month)}, day by day</caption>
      <thead role="rowgroup">
        <tr role="row">
          {grid.weeks[0]?.map(({ date }) => (
            <th key={date.dayOfWeek} scope="col" role="columnheader">
              {weekdayName(date)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {grid.weeks.map((week, index) => (
          <tr key={index} role="row" class={hasNothing(week, today) ? 'cn-month__week--empty' : undefined}>
            {week.map((day) => (
              <Day key={day.date.toString()} day={day} isToday={day.date.equals(today)} />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Day({ day, isToday }: { readonly day: MonthDay<ListedOccurrence>; readonly isToday: boolean }) {
  const { date, entries, isOutside } = day;
  if (isOutside) return <td class="cn-month__day cn-month__day--outside" role="cell" />;
  const classes = [
    'cn-month__day',
    entries.length === 0 && !isToday ? 'cn-month__day--empty' : '',
    isToday ? 'cn-month__day--today' : '',
  ];
  return (
    <td class={classes.filter(Boolean).join(' ')} role="cell">
      <time class="cn-month__date" dateTime={date.toString()}>
        <span class="cn-month__words">{weekdayName(date)} </span>
        <span class="cn-month__number">{date.day}</span>
        <span class="cn-month__words"> {monthName(date.month)}</span>
      </time>
      {isToday && <strong class="cn-month__today"> · Today</strong>}
      {entries.length > 0 && (
        <ul class="cn-month__events">
          {entries.map((entry) => (
            <MonthEntry key={`${entry.event.ref} ${entry.event.original}`} entry={entry} />
          ))}
        </ul>
      )}
    </td>
  );
}
