import type { MailSample } from '#contracts';
import { coverAskEmail } from './cover-ask.email.js';

const siteUrl = 'https://site.example';
const exhibition = 'Labour Party Conference 2027';
const when = 'Sunday 26 September 2027, 9am to 11am';

export const samples: readonly MailSample[] = [
  {
    name: 'cover-ask',
    kind: 'stand-links',
    title: 'Could you step in?',
    sentWhen: 'Somebody is asked to step into a shift that has become free.',
    make: () =>
      coverAskEmail({
        exhibition,
        name: 'Bo Example',
        when,
        where: 'The Example Arena, Liverpool, Hall 2, stand 14',
        until: 'Sunday 26 September 2027, 8.40am',
        isForAll: true,
        answerUrl: `${siteUrl}/stands/cover/${'x'.repeat(43)}`,
        siteUrl,
      }),
  },
];
