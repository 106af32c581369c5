import { monthName, weekdayName } from './date-in-words.js';
import type { AnyWhen } from './when.js';

export interface DateBlockProps {
  readonly when: AnyWhen;
  /** A year that goes without saying, usually the current one. */
  readonly impliedYear?: number | null;
}

function Year({ year, impliedYear }: { readonly year: number; readonly impliedYear: number | null }) {
  return year === impliedYear ? null : <span class="cn-date__year"> {year}</span>;
}

/** The day that something begins, as a leaf of a calendar beside its title; of a month only, the month. */
export function DateBlock({ when, impliedYear = null }: DateBlockProps) {
  if (when.type === 'month')
    return (
      <time class="cn-date" dateTime={when.month.toString()}>
        <span class="cn-date__month">{monthName(when.month.month).slice(0, 3)}</span>
        <Year year={when.month.year} impliedYear={impliedYear} />
      </time>
    );
  const day = when.type === 'all-day' ? when.first : when.start.toZonedDateTimeISO(when.zone).toPlainDate();
  return (
    <time class="cn-date" dateTime={day.toString()}>
      <span class="cn-date__weekday">{weekdayName(day).slice(0, 3)} </span>
      <span class="cn-date__day">{day.day} </span>
      <span class="cn-date__month">{monthName(day.month).slice(0, 3)}</span>
      <Year year={day.year} impliedYear={impliedYear} />
    </time>
  );
}
