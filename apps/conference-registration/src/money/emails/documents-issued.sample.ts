import type { MailSample } from '#contracts';
import { documentsIssuedEmail, type DocumentsIssuedMail } from './documents-issued.email.js';

const siteUrl = 'https://events.example.org';
const bookingUrl = `${siteUrl}/conference/bookings/CN-7K3QFM`;

const sample = (
  name: string,
  title: string,
  sentWhen: string,
  mail: Partial<DocumentsIssuedMail>,
): MailSample => ({
  name,
  kind: 'bookings',
  title,
  sentWhen,
  make: () => ({
    ...documentsIssuedEmail({
      conference: 'Annual Conference 2027',
      reference: 'CN-7K3QFM',
      bookerName: 'Robin Example',
      creditNote: {
        label: 'CRN-00003',
        url: `${bookingUrl}/documents/CRN-00003`,
        grossPence: 23_400,
      },
      invoice: null,
      reason: 'One of your speakers had to stand in for ours',
      bookingUrl,
      isLinkSecret: false,
      siteUrl,
      ...mail,
    }),
    calendar: null,
  }),
});

export const samples: readonly MailSample[] = [
  sample('documents-issued', 'A credit note', 'Staff credit an invoice while its places stay booked.', {}),
  sample('documents-issued-again', 'An invoice issued again', 'A purchase order is entered later.', {
    reason: 'Issued again with purchase order 4500012345',
    invoice: { label: 'INV-00019', url: `${bookingUrl}/documents/INV-00019`, grossPence: 23_400 },
    isLinkSecret: true,
  }),
];
