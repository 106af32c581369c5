import type { MailSample } from '#contracts';
import { liveChangeForHostsEmail } from './visit-live-change-for-hosts.email.js';

export const samples: readonly MailSample[] = [
  {
    name: 'visit-live-change-for-hosts',
    kind: 'visits',
    title: 'Something was changed on the way, for a host',
    sentWhen:
      'Staff change one thing of the day and choose to write to its host and its interpreters as well.',
    make: () =>
      liveChangeForHostsEmail({
        visit: 'Emilia-Romagna 2035',
        name: 'Rosa Bianchi',
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
        contacts: [
          { name: 'Sam Staff', role: 'Visits', phone: '+44 20 7946 0000', email: 'sam@example.org' },
        ],
        siteUrl: 'https://events.example.org',
      }),
  },
];
