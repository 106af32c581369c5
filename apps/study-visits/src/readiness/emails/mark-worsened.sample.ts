import type { MailSample } from '#contracts';
import { markWorsenedEmail } from './mark-worsened.email.js';
import { sampleTraveller } from './sample-traveller.js';

export const samples: readonly MailSample[] = [
  {
    name: 'mark-worsened',
    kind: 'visit-links',
    title: 'A passport or an insurance will not do any more',
    sentWhen:
      'A rule of the destination, or the days of the visit, changed, and it became worse for a traveller.',
    make: () => markWorsenedEmail({ ...sampleTraveller, item: 'passport', status: 'wrong' }),
  },
];
