import type { Words } from '#checks';
import { instantOf } from '#platform';
import { dateInWords, moneyInWords, plural, timeRangeInWords } from '#ui';
import type { Audience, BudgetStatus, EventStatus } from './domain/stand-event.js';
import type { StandEventRow } from './stand-event.entity.js';

export const audienceWords: Readonly<Record<Audience, string>> = {
  public: 'Everybody',
  members: 'Members who are signed in',
  invited: 'Invited guests only',
};

export const eventStatusWords: Readonly<Record<EventStatus, string>> = {
  draft: 'Draft',
  published: 'Published',
  cancelled: 'Called off',
};

export const budgetWords: Readonly<Record<BudgetStatus, string>> = {
  asked: 'asked for',
  approved: 'approved',
  refused: 'refused',
};

/** "Sunday 26 September 2027, 6pm to 8pm" @param zone IANA */
export function whenOfEvent(
  { startsAt, endsAt }: Pick<StandEventRow, 'startsAt' | 'endsAt'>,
  zone: string,
): string {
  const [start, end] = [startsAt, endsAt].map((at) => instantOf(at).toZonedDateTimeISO(zone));
  if (start === undefined || end === undefined) throw new Error('two moments are two');
  return `${dateInWords(start.toPlainDate())}, ${timeRangeInWords(start.toPlainTime(), end.toPlainTime())}`;
}

/** "£120, approved" */
export const budgetInWords = ({
  budgetPence,
  budgetStatus,
}: Pick<StandEventRow, 'budgetPence' | 'budgetStatus'>): string =>
  budgetPence === null || budgetStatus === null
    ? 'None asked for'
    : `${moneyInWords(budgetPence)}, ${budgetWords[budgetStatus]}`;

/**
 * What becomes of a stand’s events when there is no stand; `null`: there is none to come.
 *
 * @param guests how many have a mail about it
 */
export function calledOffInWords({
  events,
  guests,
}: {
  readonly events: number;
  readonly guests: number;
}): string | null {
  if (events === 0) return null;
  const mailed =
    guests === 0
      ? 'no guest has to be told'
      : `${plural(guests, 'guest has', 'guests have')} a mail that ${events === 1 ? 'it does' : 'they do'} not take place`;
  return `${plural(events, 'event on the stand is', 'events on the stand are')} called off, and ${mailed}.`;
}

/** What an event says, for the history; nobody is named in it. */
export const eventInWords = (row: StandEventRow, zone: string): Words => ({
  Title: row.title,
  When: whenOfEvent(row, zone),
  Summary: row.summary,
  Capacity: String(row.capacity),
  For: audienceWords[row.audience],
  'Hosts needed': String(row.hostsNeeded),
  Budget: budgetInWords(row),
});
