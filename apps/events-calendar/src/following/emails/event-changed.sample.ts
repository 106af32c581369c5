import type { MailSample } from '#contracts';
import type { Changes } from '../domain/changes-between.js';
import { eventChangedEmail, type EventChangedMail } from './event-changed.email.js';
import { sampleCalendar, sampleInMail, sampleLinks } from './sample-event.js';

const nothing: Changes = { standing: null, reason: null, whole: [], dates: [], formerTitle: null };

const reason =
  'The hall is flooded & the council’s engineers say that it stays closed until “at least” April.';

function sample(
  name: string,
  title: string,
  sentWhen: string,
  changes: Partial<Changes>,
  instead: EventChangedMail['instead'] = null,
): MailSample {
  const isOff = changes.standing === 'called-off';
  const calendar = sampleCalendar(isOff ? 'CANCEL' : 'REQUEST', {
    ...(isOff && { status: 'cancelled', statusReason: reason }),
    ...(changes.standing === 'postponed' && { status: 'postponed', statusReason: reason }),
  });
  const mail = { changes: { ...nothing, ...changes }, event: sampleInMail, instead, ...sampleLinks };
  return {
    name: `event-changed-${name}`,
    kind: 'event-changes',
    title,
    sentWhen,
    make: () => ({ ...eventChangedEmail(mail), calendar }),
  };
}

const time = {
  what: 'time',
  before: 'Thursday 11 March 2027, 9am to 4.30pm',
  after: sampleInMail.when,
} as const;
const place = {
  what: 'place',
  before: 'City Hall, Cathays Park, Cardiff CF10 3ND',
  after: sampleInMail.where,
} as const;

export const samples: readonly MailSample[] = [
  sample('time', 'New time', 'The time of an event changes that somebody follows.', { whole: [time] }),
  sample('several', 'New time, place and link', 'Several things of a followed event change within minutes.', {
    whole: [
      time,
      place,
      {
        what: 'joining',
        before: null,
        after: 'There is a new link to join by. The old one is no longer good.',
      },
    ],
    formerTitle: 'Annual Conference 2027',
  }),
  sample(
    'called-off',
    'Called off',
    'A followed event is called off.',
    { standing: 'called-off', reason },
    {
      title: 'Annual Conference 2027, online',
      url: 'https://events.example.org/calendar/events/2027-annual-conference-online',
    },
  ),
  sample('postponed', 'Postponed', 'A followed event is postponed.', { standing: 'postponed', reason }),
  sample('on-again', 'Takes place after all', 'A followed event that was off takes place after all.', {
    standing: 'on-again',
    whole: [place],
  }),
  sample('dates', 'Single dates', 'Single dates of a followed event change.', {
    dates: [
      { on: 'Tuesday 6 April 2027', what: 'called-off', after: 'Half of us are ill.' },
      { on: 'Tuesday 4 May 2027', what: 'moved', after: 'Wednesday 5 May 2027, 2pm to 3pm' },
      { on: 'Tuesday 1 June 2027', what: 'place', after: 'Neuadd y Dref, Wyndham Street, Bridgend' },
      { on: 'Tuesday 6 July 2027', what: 'left-out', after: '' },
    ],
  }),
];
