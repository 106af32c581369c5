import type { MailSample } from '#contracts';
import { delegateConfirmedEmail } from './delegate-confirmed.email.js';
import { sampleConference, sampleInvitation, sampleSite } from './sample-conference.js';

export const samples: readonly MailSample[] = [
  {
    name: 'delegate-confirmed',
    kind: 'bookings',
    title: 'Delegate registered',
    sentWhen: 'A delegate’s place is confirmed.',
    make: () => ({
      ...delegateConfirmedEmail({
        conference: sampleConference,
        reference: 'CN-7K3QFM',
        name: 'Xiu Example',
        bookedBy: 'Siân “Sal” O’Featherstonehaugh & Llewellyn-Ffoulkes',
        has: ['Both days', 'Civic dinner'],
        answers: [
          { question: 'Which workshop would you like?', answer: 'Community wealth building' },
          {
            question: 'What do you hope to learn?',
            answer: `How others <do> it. ${'And more. '.repeat(40)}`,
          },
        ],
        hasMoreAnswers: true,
        changesUntil: 'Thursday 1 July 2027, 5pm',
        ownUrl: `${sampleSite}/conference/delegates/${'sample'.repeat(7)}`,
        siteUrl: sampleSite,
      }),
      calendar: { method: 'REQUEST', content: sampleInvitation() },
    }),
  },
  {
    name: 'delegate-confirmed-replacing',
    kind: 'bookings',
    title: 'Delegate registered in somebody’s place',
    sentWhen: 'Whoever booked puts them in another delegate’s place.',
    make: () => ({
      ...delegateConfirmedEmail({
        conference: sampleConference,
        reference: 'CN-7K3QFM',
        name: 'Ada <b>Sample</b>',
        bookedBy: 'Siân “Sal” O’Featherstonehaugh & Llewellyn-Ffoulkes',
        insteadOf: 'Xiu Example',
        has: ['Both days', 'Civic dinner'],
        answers: [],
        hasMoreAnswers: false,
        changesUntil: null,
        ownUrl: `${sampleSite}/conference/delegates/${'sample'.repeat(7)}`,
        siteUrl: sampleSite,
      }),
      calendar: { method: 'REQUEST', content: sampleInvitation() },
    }),
  },
];
