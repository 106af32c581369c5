import type { MailSample } from '#contracts';
import { markWorsenedEmail } from './mark-worsened.email.js';
import { stillMissingEmail } from './still-missing.email.js';

const site = 'https://events.example.org';

const about = {
  visit: { title: 'Mondragon: how a valley works', when: 'Sunday 11 to Friday 16 March 2035' },
  name: 'Siân “Sal” O’Featherstonehaugh & Llewellyn-Ffoulkes',
  ownUrl: `${site}/visits/travellers/${'sample'.repeat(7)}s/ready`,
  siteUrl: site,
};

export const samples: readonly MailSample[] = [
  {
    name: 'still-missing',
    kind: 'visit-links',
    title: 'What a traveller still has to do before a study visit',
    sentWhen: 'Some days before a visit, in steps that staff state, while something is missing.',
    make: () =>
      stillMissingEmail({
        ...about,
        open: [
          { item: 'passport', status: 'wrong' },
          { item: 'emergency-contact', status: 'missing' },
          { item: 'consent', status: 'missing' },
        ],
      }),
  },
  {
    name: 'mark-worsened',
    kind: 'visit-links',
    title: 'A passport or an insurance will not do any more',
    sentWhen:
      'A rule of the destination, or the days of the visit, changed, and it became worse for a traveller.',
    make: () => markWorsenedEmail({ ...about, item: 'passport', status: 'wrong' }),
  },
];
