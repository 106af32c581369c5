import { Temporal } from 'temporal-polyfill';
import { accepted } from '#checks';
import type { ConferenceDetails } from '../conference.js';
import type { DetailsInput } from '../details.js';
import type { SoldTicket } from '../missing.js';

/** A conference that lacks nothing. */
export const sampleDetails: ConferenceDetails = {
  title: 'Annual Conference 2027',
  host: { organisationId: null, name: 'Rochdale Borough Council' },
  venue: { name: 'Rochdale Town Hall', address: 'The Esplanade\nRochdale' },
  days: [
    { date: '2027-07-08', opens: '09:30', closes: '17:00' },
    { date: '2027-07-09', opens: '09:00', closes: '15:30' },
  ],
  zone: 'Europe/London',
  summary: 'Two days on co-operative councils.',
  description: 'Plenaries and workshops.',
  contact: { name: 'Sam Example', email: 'sam@example.org', phone: null },
  opensAt: Temporal.Instant.from('2027-02-01T09:00:00Z'),
  closesAt: Temporal.Instant.from('2027-07-01T16:00:00Z'),
  changesUntil: Temporal.Instant.from('2027-07-05T11:00:00Z'),
  refundSteps: [
    { until: '2027-05-31', percent: 100 },
    { until: '2027-06-30', percent: 50 },
  ],
  terms: 'Be kind.',
  paymentDays: 30,
  offerWorkingDays: 3,
};

/** The same as a form would give it. */
export const sampleInput: DetailsInput = {
  ...sampleDetails,
  days: accepted(sampleDetails.days),
  opensAt: accepted(sampleDetails.opensAt),
  closesAt: accepted(sampleDetails.closesAt),
  changesUntil: accepted(sampleDetails.changesUntil),
  refundSteps: accepted(sampleDetails.refundSteps),
  paymentDays: '30',
  offerWorkingDays: '3',
};

export const sampleTicket: SoldTicket = {
  name: 'Both days',
  kind: 'ticket',
  isWithdrawn: false,
  hasPrice: true,
  hasFreePlaces: false,
  isLimited: true,
  onSaleUntil: null,
};
