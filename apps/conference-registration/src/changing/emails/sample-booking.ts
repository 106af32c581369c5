import { sampleConference, sampleSite } from '../../confirming/emails/sample-conference.js';

/** What the samples of mails to whoever booked have in common. */
export const sampleBooking = {
  conference: { title: sampleConference.title, when: sampleConference.when },
  reference: 'CN-7K3QFM',
  bookerName: 'Siân “Sal” O’Featherstonehaugh & Llewellyn-Ffoulkes',
  bookingUrl: `${sampleSite}/conference/bookings/CN-7K3QFM`,
  isLinkSecret: false,
  siteUrl: sampleSite,
};

/** The same of a guest, who has a link of their own. */
export const sampleGuestBooking = {
  ...sampleBooking,
  bookingUrl: `${sampleSite}/conference/bookings/${'sample'.repeat(7)}`,
  isLinkSecret: true,
};

export const sampleCreditNote = {
  label: 'CR-00003',
  url: `${sampleBooking.bookingUrl}/documents/CR-00003`,
  grossPence: 18_720,
};

export const sampleInvoice = {
  label: 'INV-00012',
  url: `${sampleBooking.bookingUrl}/documents/INV-00012`,
  grossPence: 23_400,
};
