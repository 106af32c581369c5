import { homeZone } from '#checks';
import { dayBoxes, type SubmittedValues } from '#ui';
import type { ConferenceDay, ConferenceDetails } from '../domain/conference.js';
import { refundStepName } from './conference-names.js';
import { fillInstant } from './read-instant.js';

/** A new conference: where the network is, and with what is usual. */
export const blankConference: SubmittedValues = { zone: homeZone, paymentDays: '30', offerWorkingDays: '3' };

/** The form as it is filled in with what a conference says. */
export function fillConference(details: ConferenceDetails, slug: string): SubmittedValues {
  const { days, zone, venue, contact, host } = details;
  const firstDay = days[0]?.date ?? null;
  const lastDay = days.at(-1)?.date ?? null;
  return {
    title: details.title,
    slug,
    ...dayBoxes('firstDay', firstDay),
    ...dayBoxes('lastDay', lastDay === firstDay ? null : lastDay),
    times: days.map(timesOf).join('\n').trimEnd(),
    zone,
    host: host?.name ?? '',
    'venue.name': venue?.name ?? '',
    'venue.address': venue?.address ?? '',
    summary: details.summary,
    description: details.description,
    'contact.name': contact?.name ?? '',
    'contact.email': contact?.email ?? '',
    'contact.phone': contact?.phone ?? '',
    ...fillInstant('opensAt', details.opensAt, zone, 'beginning'),
    ...fillInstant('closesAt', details.closesAt, zone, 'end'),
    ...fillInstant('changesUntil', details.changesUntil, zone, 'end'),
    ...Object.assign({}, ...details.refundSteps.map(fillStep)),
    terms: details.terms,
    paymentDays: String(details.paymentDays),
    offerWorkingDays: String(details.offerWorkingDays),
  };
}

const timesOf = ({ opens, closes }: ConferenceDay): string =>
  opens === null || closes === null ? '' : `${opens} to ${closes}`;

const fillStep = ({ until, percent }: ConferenceDetails['refundSteps'][number], index: number) => ({
  ...dayBoxes(`${refundStepName(index)}.until`, until),
  [`${refundStepName(index)}.percent`]: String(percent),
});
