import type { MailSample } from '#contracts';
import { referenceAskedEmail, type ReferenceAskedMail } from './reference-asked.email.js';

const siteUrl = 'https://events.example.org';

const mail: ReferenceAskedMail = {
  visit: { title: 'Mondragon 2027', neededBy: '2027-02-12' },
  applicant: 'Siân “Sal” O’Featherstonehaugh & Llewellyn-Ffoulkes',
  organisation: 'Rochdale Borough Council',
  name: 'Kim Example',
  relation: 'My line manager for four years',
  isReminder: false,
  url: `${siteUrl}/visits/references/${'sample'.repeat(7)}s`,
  siteUrl,
};

export const samples: readonly MailSample[] = [
  {
    name: 'reference-asked',
    kind: 'visit-links',
    title: 'Request for a reference',
    sentWhen: 'Somebody who applies for a visit asks a colleague to support them.',
    make: () => referenceAskedEmail(mail),
  },
  {
    name: 'reference-asked-reminder',
    kind: 'visit-links',
    title: 'Reminder of a reference',
    sentWhen: 'An applicant, or staff, reminds somebody who has not given a reference yet.',
    make: () => referenceAskedEmail({ ...mail, isReminder: true }),
  },
];
