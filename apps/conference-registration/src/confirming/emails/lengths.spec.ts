import { delegateLinkEmail } from '../../delegates/emails/delegate-link.email.js';
import { bookingConfirmedEmail } from './booking-confirmed.email.js';
import { delegateConfirmedEmail } from './delegate-confirmed.email.js';
import { sampleSite } from './sample-conference.js';

const long = '<"&>'.repeat(500);
const conference = { title: long, when: 'Thursday 8 July 2027, 9.30am to 4pm', where: long };
const common = { conference, reference: 'CN-7K3QFM', siteUrl: sampleSite };

describe('mails of bookings', () => {
  it('have room for a hundred delegates whose names are as long as can be', () => {
    const delegate = { name: long, has: [long, long], isApplicant: false, isWithoutEmail: true };
    const mail = bookingConfirmedEmail({
      ...common,
      bookerName: long,
      delegates: Array.from({ length: 100 }, () => delegate),
      totals: { netPence: 1, vatPence: 0, grossPence: 1 },
      invoice: null,
      changesUntil: null,
      bookingUrl: sampleSite,
      isLinkSecret: true,
    });
    expect(mail.text).toContain('And 75 more');
    expect(mail.html).not.toContain('<"');
  });

  it('have room for as many and as long answers as there are', () => {
    const mail = delegateConfirmedEmail({
      ...common,
      name: long,
      bookedBy: long,
      has: [long],
      answers: Array.from({ length: 40 }, () => ({ question: long, answer: long })),
      hasMoreAnswers: false,
      changesUntil: null,
      ownUrl: sampleSite,
    });
    expect(mail.text).toContain('Some answers are not in this mail');
  });

  it('name nobody whose name is not known yet', () => {
    const mail = delegateLinkEmail({ ...common, name: '', bookedBy: long, ownUrl: sampleSite });
    expect(mail.text).toContain('Hello,\n');
  });
});
