import { Temporal } from 'temporal-polyfill';
import type { MailSample } from '#contracts';
import { sheetEmail, type SheetMail } from './visit-sheet.email.js';

const site = 'https://events.example.org';

const mail: SheetMail = {
  kind: 'host',
  visit: 'Emilia-Romagna 2035',
  name: 'Bo “B” Example & Guest',
  subject: 'CADIAI',
  changes: null,
  endsAt: Temporal.Instant.from('2035-03-13T10:00:00Z'),
  zone: 'Europe/Rome',
  url: `${site}/visits/hosts/${'sample'.repeat(7)}s`,
  siteUrl: site,
};

export const samples: readonly MailSample[] = [
  {
    name: 'visit-sheet-host',
    kind: 'visit-links',
    title: 'A host’s sheet',
    sentWhen: 'Staff send a host the link to their sheet.',
    make: () => sheetEmail(mail),
  },
  {
    name: 'visit-sheet-changed',
    kind: 'visit-links',
    title: 'A host’s sheet has changed',
    sentWhen: 'Staff send a host the link to their sheet again, and something is different on it.',
    make: () =>
      sheetEmail({
        ...mail,
        changes: [
          'Who comes: 24 travellers',
          'Changed: Monday 12 March 2035, 9.30am to 11.30am, Rome time: Care that belongs to those who give it (When was Monday 12 March 2035, 9am to 11am, Rome time)',
          'Cancelled: Tuesday 13 March 2035, 2pm to 3pm, Rome time: The kitchen (The kitchen is closed that day.)',
          '1 traveller named who was not before',
        ],
      }),
  },
  {
    name: 'visit-sheet-interpreter',
    kind: 'visit-links',
    title: 'An interpreter’s sheet',
    sentWhen: 'Staff send somebody who interprets the link to their sheet.',
    make: () =>
      sheetEmail({
        ...mail,
        kind: 'interpreter',
        subject: 'Anna Rossi',
        name: 'Anna Rossi',
        url: `${site}/visits/interpreters/${'sample'.repeat(7)}s`,
      }),
  },
];
