import { Temporal } from 'temporal-polyfill';
import type { Conference } from '../../catalogue/domain/conference.js';
import { renderInvitation } from '../domain/conference-calendar.js';

/** The site in the samples of mails. */
export const sampleSite = 'https://events.example.org';

/** The conference in the samples of mails, as mails tell of it. */
export const sampleConference = {
  title: 'Annual Conference & AGM 2027: “Cydweithio” – working together',
  when: 'Thursday 8 July 2027, 9.30am to Friday 9 July, 4pm',
  where: 'The Example Guildhall, 1 Sample Street, Nowhere',
};

const conference: Conference = {
  id: '01970000-0000-7000-8000-000000000001',
  version: 3,
  slug: 'annual-conference-2027',
  title: sampleConference.title,
  hostOrganisationId: null,
  hostName: null,
  venueName: 'The Example Guildhall',
  venueAddress: '1 Sample Street\nNowhere',
  firstDay: '2027-07-08',
  lastDay: '2027-07-09',
  days: [
    { date: '2027-07-08', opens: '09:30', closes: '17:00' },
    { date: '2027-07-09', opens: '09:00', closes: '16:00' },
  ],
  zone: 'Europe/London',
  summary: 'What we have learnt, and what comes next.',
  description: '',
  contactName: null,
  contactEmail: null,
  contactPhone: null,
  opensAt: null,
  closesAt: null,
  changesUntil: null,
  refundSteps: [],
  terms: '',
  paymentDays: 30,
  offerWorkingDays: 3,
  status: 'open',
  statusReason: null,
  calendarUid: null,
};

/** The conference as the samples' mails bring it into a calendar. */
export const sampleInvitation = (different: Partial<Conference> = {}, isCancelled = false) =>
  renderInvitation({
    conference: { ...conference, ...different },
    isCancelled,
    uidDomain: 'events.example.org',
    changedAt: Temporal.Instant.from('2026-11-22T09:00:00Z'),
    sequence: 3,
    where: sampleConference.where,
    about: 'Your ticket: Both days. Booking CN-7K3QFM.',
    url: `${sampleSite}/conference/annual-conference-2027`,
  });
