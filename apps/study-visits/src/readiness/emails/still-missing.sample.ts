import type { MailSample } from '#contracts';
import { sampleTraveller } from './sample-traveller.js';
import { stillMissingEmail } from './still-missing.email.js';

export const samples: readonly MailSample[] = [
  {
    name: 'still-missing',
    kind: 'visit-links',
    title: 'What a traveller still has to do before a study visit',
    sentWhen: 'Some days before a visit, in steps that staff state, while something is missing.',
    make: () =>
      stillMissingEmail({
        ...sampleTraveller,
        open: [
          { item: 'passport', status: 'wrong' },
          { item: 'emergency-contact', status: 'missing' },
          { item: 'consent', status: 'missing' },
        ],
      }),
  },
];
