import type { MailSample } from '#contracts';
import { liveChangeEmail, type LiveChangeMail } from './visit-live-change.email.js';

const site = 'https://events.example.org';

const mail: LiveChangeMail = {
  visit: 'Emilia-Romagna 2035',
  name: 'Bo “B” Example & Guest',
  change: {
    itemId: '1',
    title: 'CADIAI: care that belongs to those who give it',
    day: '2035-03-12',
    what: 'changed',
    changes: [
      {
        field: 'When',
        before: 'Monday 12 March 2035, 9am to 11am',
        after: 'Monday 12 March 2035, 9.30am to 11.30am',
      },
      { field: 'Why', before: '', after: 'The coach stands in traffic.' },
    ],
  },
  ownUrl: `${site}/visits/travellers/${'sample'.repeat(7)}s/days`,
  siteUrl: site,
};

export const samples: readonly MailSample[] = [
  {
    name: 'visit-live-change',
    kind: 'visit-links',
    title: 'Something was changed on the way',
    sentWhen: 'Staff change one thing of the day, to travellers whose own days are different.',
    make: () => liveChangeEmail(mail),
  },
  {
    name: 'visit-live-change-off',
    kind: 'visit-links',
    title: 'Something was called off on the way',
    sentWhen: 'Staff call one thing of the day off, to travellers who were to be there.',
    make: () =>
      liveChangeEmail({
        ...mail,
        change: {
          ...mail.change,
          what: 'removed',
          changes: [{ field: 'Why', before: '', after: 'The hall is flooded.' }],
        },
      }),
  },
];
