import type { MailSample } from '#contracts';
import { swapToldEmail, type SwapToldMail } from './swap-told.email.js';

const siteUrl = 'https://site.example';

const mail: SwapToldMail = {
  exhibition: 'Labour Party Conference 2027',
  name: 'Ada Example',
  title: 'Bo Example says yes to your swap',
  says: 'Bo Example says yes. Whoever looks after the stand has to approve it; until then nothing changes.',
  shifts: [
    'Ada Example: Sunday 26 September 2027, 9am to 11am',
    'Bo Example: Monday 27 September 2027, 1pm to 3pm (Reception)',
  ],
  reason: '',
  ownUrl: `${siteUrl}/stands/team/${'x'.repeat(43)}`,
  siteUrl,
};

export const samples: readonly MailSample[] = [
  {
    name: 'swap-told',
    kind: 'stand-links',
    title: 'Somebody says yes to a swap',
    sentWhen: 'Whoever was asked to swap says yes, and staff have to approve it.',
    make: () => swapToldEmail(mail),
  },
  {
    name: 'swap-told-refused',
    kind: 'stand-links',
    title: 'Nothing comes of a swap',
    sentWhen: 'A swap of shifts is declined, withdrawn, not approved, or lapses.',
    make: () =>
      swapToldEmail({
        ...mail,
        title: 'Your swap was not approved',
        says: 'Whoever looks after the stand has not approved it. Nothing has been swapped.',
        reason: 'We need Ada’s Welsh on Sunday.',
      }),
  },
];
