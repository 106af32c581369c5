import type { MailSample } from '#contracts';
import { bookingConfirmedEmail, type BookingConfirmedMail } from './booking-confirmed.email.js';
import { sampleConference, sampleSite } from './sample-conference.js';

const sample: BookingConfirmedMail = {
  conference: sampleConference,
  reference: 'CN-7K3QFM',
  bookerName: 'Siân “Sal” O’Featherstonehaugh & Llewellyn-Ffoulkes',
  delegates: [
    { name: 'Xiu Example', has: ['Both days', 'Civic dinner'], isApplicant: false, isWithoutEmail: false },
    { name: 'Ada <b>Sample</b>', has: ['Both days'], isApplicant: false, isWithoutEmail: true },
    { name: 'Sam Specimen', has: ['Funded place'], isApplicant: true, isWithoutEmail: false },
  ],
  totals: { netPence: 43_500, vatPence: 8700, grossPence: 52_200 },
  invoice: {
    label: 'INV-00012',
    url: `${sampleSite}/conference/bookings/CN-7K3QFM/documents/INV-00012`,
    dueOn: 'Tuesday 22 December 2026',
    purchaseOrder: null,
    isPurchaseOrderMissing: true,
    howToPay: {
      accountName: 'Fictional Borough Council (demonstration)',
      sortCode: '00-00-00',
      accountNumber: '00000000',
      reference: 'INV-00012 CN-7K3QFM',
    },
  },
  changesUntil: 'Thursday 1 July 2027, 5pm',
  bookingUrl: `${sampleSite}/conference/bookings/CN-7K3QFM`,
  isLinkSecret: false,
  siteUrl: sampleSite,
};

const named = (name: string, title: string, sentWhen: string, different: Partial<BookingConfirmedMail>) => ({
  name,
  kind: 'bookings' as const,
  title,
  sentWhen,
  make: () => bookingConfirmedEmail({ ...sample, ...different }),
});

export const samples: readonly MailSample[] = [
  named('booking-confirmed', 'Booking confirmed', 'Somebody confirms a booking.', {}),
  named(
    'booking-confirmed-free',
    'Booking confirmed, nothing to pay',
    'Somebody confirms a booking of free places.',
    {
      delegates: [{ name: 'Xiu Example', has: ['Both days'], isApplicant: false, isWithoutEmail: false }],
      totals: { netPence: 0, vatPence: 0, grossPence: 0 },
      invoice: null,
      changesUntil: null,
    },
  ),
  named(
    'booking-confirmed-applied',
    'Application received',
    'Somebody applies for places that need approval.',
    {
      delegates: [
        { name: 'Xiu Example', has: ['Funded place'], isApplicant: true, isWithoutEmail: true },
        { name: 'Sam Specimen', has: ['Funded place'], isApplicant: true, isWithoutEmail: false },
      ],
      totals: { netPence: 0, vatPence: 0, grossPence: 0 },
      invoice: null,
    },
  ),
];
