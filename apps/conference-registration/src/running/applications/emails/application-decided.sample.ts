import type { MailSample } from '#contracts';
import { sampleConference, sampleSite } from '../../../confirming/emails/sample-conference.js';
import { applicationDecidedEmail, type ApplicationDecidedMail } from './application-decided.email.js';

const sample: ApplicationDecidedMail = {
  conference: sampleConference,
  reference: 'CN-7K3QFM',
  name: 'Siân “Sal” O’Featherstonehaugh & Llewellyn-Ffoulkes',
  decision: 'accepted',
  names: ['Xiu Example', 'Ada <b>Sample</b>'],
  reason: 'Both speak on the first day.',
  invoice: {
    label: 'INV-00012',
    url: `${sampleSite}/conference/bookings/CN-7K3QFM/documents/INV-00012`,
    grossPence: 23_400,
  },
  bookingUrl: `${sampleSite}/conference/bookings/CN-7K3QFM`,
  isLinkSecret: false,
  siteUrl: sampleSite,
};

const named = (
  name: string,
  title: string,
  sentWhen: string,
  different: Partial<ApplicationDecidedMail>,
) => ({
  name,
  kind: 'bookings' as const,
  title,
  sentWhen,
  make: () => applicationDecidedEmail({ ...sample, ...different }),
});

export const samples: readonly MailSample[] = [
  named('application-decided', 'Applications accepted', 'Staff accept applications.', {}),
  named(
    'application-decided-reserve',
    'Applications on the reserve',
    'Staff put applications on the reserve.',
    {
      decision: 'reserve',
      names: ['Xiu Example'],
      reason: 'There are more good applications than places.',
      invoice: null,
    },
  ),
  named(
    'application-decided-own',
    'Own application on the reserve',
    'Staff put an application on the reserve that somebody else made for the reader.',
    { decision: 'reserve', names: null, invoice: null },
  ),
];
