import type { MailSample } from '#contracts';
import { droppedOutEmail } from './dropped-out.email.js';

const siteUrl = 'https://site.example';
const exhibition = 'Labour Party Conference 2027';
const when = 'Sunday 26 September 2027, 9am to 11am';

export const samples: readonly MailSample[] = [
  {
    name: 'dropped-out',
    kind: 'stand-rota',
    title: 'Somebody cannot do a shift',
    sentWhen: 'A volunteer says that they cannot do a shift; to the contacts of the stand.',
    make: () =>
      droppedOutEmail({
        exhibition,
        who: 'Ada Example',
        when,
        reason: 'My train is cancelled.',
        coverUrl: `${siteUrl}/stands/manage/0192/today/shifts/0193`,
        siteUrl,
      }),
  },
];
