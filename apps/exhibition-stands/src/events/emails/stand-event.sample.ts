import { Temporal } from 'temporal-polyfill';
import type { MailSample } from '#contracts';
import { renderEntries } from '#icalendar';
import { dateOf } from '#platform';
import { guestEntry } from '../guests/guest-entry.js';
import { guestEmail, type GuestMail } from './stand-event.email.js';

const site = 'https://events.example.org';

const mail: GuestMail = {
  event: {
    title: 'Reception: community wealth building & you',
    when: 'Sunday 26 September 2027, 6pm to 8pm',
    where: 'The Example Arena, Liverpool, Hall 2, stand 14',
    host: 'Cllr Siân O’Featherstonehaugh',
    summary: 'Drinks, and a word from three council leaders.',
    statusReason: null,
  },
  occasion: 'invited',
  name: 'Bo “B” Example & Guest',
  isComing: false,
  ownUrl: `${site}/stands/events/${'sample'.repeat(7)}s`,
  siteUrl: site,
};

const cancelled = { ...mail.event, statusReason: 'The hall closes early that day.' };

const at = (iso: string) => Temporal.Instant.from(iso);

/** What the samples' mails tell a calendar. */
const calendar = (method: 'REQUEST' | 'CANCEL', isRemoved = false) => {
  const isOff = method === 'CANCEL' && !isRemoved;
  const entry = guestEntry(
    {
      id: '01970000-0000-7000-8000-000000000007',
      version: method === 'CANCEL' ? 3 : 2,
      startsAt: dateOf(at('2027-09-26T17:00:00Z')),
      endsAt: dateOf(at('2027-09-26T19:00:00Z')),
      title: mail.event.title,
      status: isOff ? 'cancelled' : 'published',
      statusReason: isOff ? cancelled.statusReason : null,
      hostName: mail.event.host,
      summary: mail.event.summary,
    },
    {
      exhibition: {
        title: 'The Example Party Conference',
        zone: 'Europe/London',
        venue: 'The Example Arena',
        city: 'Liverpool',
        hall: 'Hall 2',
        standNumber: '14',
      },
      toldAt: at('2027-08-01T09:00:00Z'),
      uidDomain: 'events.example.org',
      url: isRemoved ? `${site}/stands` : mail.ownUrl,
      isRemoved,
    },
  );
  return { method, content: renderEntries('Exhibition stands', method, [entry]) };
};

export const samples: readonly MailSample[] = [
  {
    name: 'stand-event-invitation',
    kind: 'stand-links',
    title: 'Invitation to an event on a stand',
    sentWhen: 'Staff invite somebody to an event on a stand, or publish one to which people are invited.',
    make: () => ({ ...guestEmail(mail), calendar: calendar('REQUEST') }),
  },
  {
    name: 'stand-event-confirmation',
    kind: 'stand-links',
    title: 'A guest is coming to an event on a stand',
    sentWhen: 'A guest says that they are coming, and had not said so before.',
    make: () => ({
      ...guestEmail({ ...mail, occasion: 'confirmed', isComing: true }),
      calendar: calendar('REQUEST'),
    }),
  },
  {
    name: 'stand-event-reminder',
    kind: 'stand-links',
    title: 'Reminder of an event on a stand',
    sentWhen: 'A day before, to those who have not answered.',
    make: () => guestEmail({ ...mail, occasion: 'reminder' }),
  },
  {
    name: 'stand-event-reminder-coming',
    kind: 'stand-links',
    title: 'Reminder of an event on a stand to those who come',
    sentWhen: 'A day before, to those who have said that they are coming.',
    make: () => guestEmail({ ...mail, occasion: 'reminder', isComing: true }),
  },
  {
    name: 'stand-event-moved',
    kind: 'stand-links',
    title: 'An event on a stand is at another time',
    sentWhen: 'Staff change when it is, to those who have not said no.',
    make: () => ({
      ...guestEmail({ ...mail, occasion: 'changed', isComing: true }),
      calendar: calendar('REQUEST'),
    }),
  },
  {
    name: 'stand-event-called-off',
    kind: 'stand-links',
    title: 'An event on a stand is called off',
    sentWhen: 'Staff call it off, to those who have not said no.',
    make: () => ({
      ...guestEmail({ ...mail, event: cancelled, occasion: 'cancelled', isComing: true }),
      calendar: calendar('CANCEL'),
    }),
  },
  {
    name: 'stand-event-taken-off',
    kind: 'stand-links',
    title: 'A guest is taken off the list of an event on a stand',
    sentWhen: 'Staff take somebody off the list who was invited by mail and has not said no.',
    make: () => ({
      ...guestEmail({ ...mail, occasion: 'removed', isComing: true, ownUrl: `${site}/stands` }),
      calendar: calendar('CANCEL', true),
    }),
  },
];
