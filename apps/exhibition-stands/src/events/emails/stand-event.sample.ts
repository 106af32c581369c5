import type { MailSample } from '#contracts';
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

export const samples: readonly MailSample[] = [
  {
    name: 'stand-event-invitation',
    kind: 'stand-links',
    title: 'Invitation to an event on a stand',
    sentWhen: 'Staff invite somebody to an event on a stand, or publish one to which people are invited.',
    make: () => guestEmail(mail),
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
    make: () => guestEmail({ ...mail, occasion: 'changed', isComing: true }),
  },
  {
    name: 'stand-event-called-off',
    kind: 'stand-links',
    title: 'An event on a stand is called off',
    sentWhen: 'Staff call it off, to those who have not said no.',
    make: () => guestEmail({ ...mail, event: cancelled, occasion: 'cancelled', isComing: true }),
  },
];
