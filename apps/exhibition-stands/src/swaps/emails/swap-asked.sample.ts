import type { MailSample } from '#contracts';
import { swapAskedEmail, type SwapAskedMail } from './swap-asked.email.js';

const siteUrl = 'https://site.example';

const mail: SwapAskedMail = {
  exhibition: 'Labour Party Conference 2027',
  name: 'Bo Example',
  asker: 'Ada Example',
  gives: 'Sunday 26 September 2027, 9am to 11am',
  gets: 'Monday 27 September 2027, 1pm to 3pm (Reception)',
  where: 'The Example Arena, Liverpool, Hall 2, stand 14',
  note: 'My train only arrives at ten.',
  needsApproval: true,
  until: 'Sunday 26 September 2027, 9am',
  answerUrl: `${siteUrl}/stands/team/${'x'.repeat(43)}/swaps/0193`,
  siteUrl,
};

export const samples: readonly MailSample[] = [
  {
    name: 'swap-asked',
    kind: 'stand-links',
    title: 'Would you swap a shift?',
    sentWhen: 'A volunteer asks another to swap shifts with them.',
    make: () => swapAskedEmail(mail),
  },
  {
    name: 'swap-asked-to-take',
    kind: 'stand-links',
    title: 'Could you take a shift?',
    sentWhen: 'A volunteer asks another to take a shift of theirs.',
    make: () => swapAskedEmail({ ...mail, gets: null, note: '', needsApproval: false }),
  },
];
