import type { MailSample } from '#contracts';
import { swapToApproveEmail } from './swap-to-approve.email.js';

const siteUrl = 'https://site.example';

export const samples: readonly MailSample[] = [
  {
    name: 'swap-to-approve',
    kind: 'stand-rota',
    title: 'A swap of shifts to approve',
    sentWhen:
      'Two volunteers are agreed to swap, and staff have to approve it; to the contacts of the stand.',
    make: () =>
      swapToApproveEmail({
        exhibition: 'Labour Party Conference 2027',
        shifts: [
          'Ada Example: Sunday 26 September 2027, 9am to 11am',
          'Bo Example: Monday 27 September 2027, 1pm to 3pm (Reception)',
        ],
        until: 'Sunday 26 September 2027, 9am',
        decideUrl: `${siteUrl}/stands/manage/0192/swaps/0193`,
        siteUrl,
      }),
  },
];
