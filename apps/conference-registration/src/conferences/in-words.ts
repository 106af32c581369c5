import { Temporal } from 'temporal-polyfill';
import { dateInWords, momentInWords, timeRangeInWords } from '#ui';
import type { Words } from '../set-up/domain/changes.js';
import type { ConferenceDay, ConferenceDetails, ConferenceStatus, RefundStep } from './domain/conference.js';

/** "Thursday 8 July 2027, 9.30am to 5pm" */
export function dayInWords({ date, opens, closes }: ConferenceDay): string {
  const day = dateInWords(Temporal.PlainDate.from(date));
  return opens === null || closes === null
    ? day
    : `${day}, ${timeRangeInWords(Temporal.PlainTime.from(opens), Temporal.PlainTime.from(closes))}`;
}

/** "100% until Wednesday 30 June 2027" */
export const refundStepInWords = ({ until, percent }: RefundStep): string =>
  `${percent}% until ${dateInWords(Temporal.PlainDate.from(until))}`;

/** "Thursday 1 April 2027, 9am" by the clock in the zone; empty for none. */
export const instantInWords = (at: Temporal.Instant | null, zone: string): string =>
  at === null ? '' : momentInWords(new Date(at.epochMilliseconds), zone);

/** As staff call the statuses. */
export const statusWords: Readonly<Record<ConferenceStatus, string>> = {
  draft: 'Draft',
  open: 'Open',
  paused: 'Paused',
  closed: 'Closed',
  over: 'Over',
  cancelled: 'Cancelled',
};

/** What a conference says, by what staff call it, for its history. */
export function detailsInWords(details: ConferenceDetails, slug: string): Words {
  const { venue, contact, zone } = details;
  const lines = (parts: readonly (string | null | undefined)[]) =>
    parts.filter((part) => part !== null && part !== undefined && part !== '').join('\n');
  return {
    Title: details.title,
    Address: slug,
    Days: details.days.map(dayInWords).join('\n'),
    'Time zone': zone,
    Host: details.host?.name ?? '',
    Venue: lines([venue?.name, venue?.address]),
    Summary: details.summary,
    Description: details.description,
    Contact: lines([contact?.name, contact?.email, contact?.phone]),
    'Booking begins': instantInWords(details.opensAt, zone),
    'Booking ends': instantInWords(details.closesAt, zone),
    'Bookers can make changes until': instantInWords(details.changesUntil, zone),
    Refunds: details.refundSteps.map(refundStepInWords).join('\n'),
    Terms: details.terms,
    'Days to pay an invoice': String(details.paymentDays),
    'Working days to answer an offer': String(details.offerWorkingDays),
  };
}
