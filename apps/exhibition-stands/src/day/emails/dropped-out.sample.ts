import type { MailSample } from '#contracts';
import { droppedOutEmail } from './dropped-out.email.js';

const siteUrl = 'https://site.example';
const exhibition = 'Labour Party Conference 2027';
const when = 'Sunday 26 September 2027, 9am to 11am';
const coverUrl = `${siteUrl}/stands/manage/0192/today/shifts/0193`;
const todayUrl = `${siteUrl}/stands/manage/0192/today`;

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
        shifts: [{ when, coverUrl }],
        reason: 'My train is cancelled.',
        todayUrl,
        siteUrl,
      }),
  },
  {
    name: 'dropped-out-of-all',
    kind: 'stand-rota',
    title: 'Somebody cannot do any of their shifts',
    sentWhen: 'Somebody leaves the team who had shifts; to the contacts of the stand.',
    make: () =>
      droppedOutEmail({
        exhibition,
        who: 'Ada Example',
        shifts: [
          { when, coverUrl },
          {
            when: 'Monday 27 September 2027, 1pm to 3pm',
            coverUrl: `${siteUrl}/stands/manage/0192/today/shifts/0194`,
          },
        ],
        reason: '',
        todayUrl,
        siteUrl,
      }),
  },
];
