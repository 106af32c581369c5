import type { MailSample } from '#contracts';
import { sampleReserved } from '../../reservations/sample-reserved.js';
import { reservationPackage } from '../../reservations/reservation-package.js';
import { dailyBriefingEmail, type DailyBriefingMail } from './daily-briefing.email.js';

const site = 'https://events.example.org';
const own = `${site}/visits/travellers/${'sample'.repeat(7)}s/briefings/2035-03-12`;
const name = 'Bo “B” Example & Guest';

const mail: DailyBriefingMail = {
  visitTitle: 'Emilia-Romagna 2035',
  name,
  day: '2035-03-12',
  isToday: false,
  paper: {
    title: 'Briefing for Monday 12 March 2035',
    about: [
      ['For', name],
      ['First', 'Be at Via Boldrini 8, Bologna by 8.45am: CADIAI: care that belongs to those who give it'],
      ['A word for the day', 'Our first full day: we walk a lot.'],
      ['Bring', 'Good shoes, and your questions for the members.'],
      ['Tonight', 'Hotel Centrale, Via della Zecca 2, Bologna, +39 051 000 0000'],
    ],
    sections: [
      {
        key: 'day',
        title: 'Your day',
        entries: [
          {
            key: 'item-1',
            time: '9am to 11am, Rome time',
            title: 'CADIAI: care that belongs to those who give it',
            facts: [
              ['What', 'Visit to a host'],
              ['Where', 'Via Boldrini 8, Bologna'],
              ['Way there', 'About 12 minutes on foot from Hotel Centrale'],
              ['Be there', '8.45am, 15 minutes before'],
              ['With', 'CADIAI'],
            ],
            text: 'Why it matters: 1,800 carers own the co-operative that they work for.',
          },
          {
            key: 'item-2',
            time: '12.30pm to 2pm, Rome time',
            title: 'Lunch at the market',
            facts: [['What', 'Meal']],
            text: '',
          },
        ],
      },
      {
        key: 'rings',
        title: 'Whom to ring',
        entries: [
          {
            key: 'leader-1',
            time: '',
            title: 'Lee Leader',
            facts: [
              ['Who', 'Leads the visit'],
              ['Phone', '+44 7700 900123'],
            ],
            text: '',
          },
        ],
      },
    ],
  },
  changes: [
    {
      itemId: '1',
      title: 'CADIAI: care that belongs to those who give it',
      day: '2035-03-12',
      what: 'changed',
      changes: [
        {
          field: 'When',
          before: 'Monday 12 March 2035, 9.30am to 11am',
          after: 'Monday 12 March 2035, 9am to 11am',
        },
      ],
    },
  ],
  jsonLd: reservationPackage(sampleReserved),
  ownUrl: own,
  pdfUrl: `${own}/briefing.pdf`,
  siteUrl: site,
};

export const samples: readonly MailSample[] = [
  {
    name: 'daily-briefing',
    kind: 'visit-links',
    title: 'What tomorrow is like, on a visit',
    sentWhen: 'It is the evening before a day of a visit, at the time that staff chose.',
    make: () => dailyBriefingEmail(mail),
  },
];
