import type { MailSample } from '#contracts';
import { receiptEmail, type ReceiptMail } from './receipt.email.js';

const siteUrl = 'https://events.example.org';

const payment: ReceiptMail['payment'] = {
  on: 'Tuesday 9 March 2027',
  method: 'Bank transfer',
  reference: 'INV-00012 CN-7K3QFM',
  pence: 93_600,
  settled: [
    { label: 'INV-00012', pence: 70_200, outstandingPence: 0 },
    { label: 'INV-00015', pence: 23_400, outstandingPence: 46_800 },
  ],
  creditPence: 0,
};

const sample = (name: string, title: string, sentWhen: string, mail: Partial<ReceiptMail>): MailSample => ({
  name: `receipt-${name}`,
  kind: 'bookings',
  title,
  sentWhen,
  make: () => ({
    ...receiptEmail({
      label: 'REC-00007',
      customer: 'Fictional Borough Council',
      payment,
      url: `${siteUrl}/conference/bookings`,
      siteUrl,
      ...mail,
    }),
    calendar: null,
  }),
});

export const samples: readonly MailSample[] = [
  sample('several', 'Receipt for several invoices', 'Staff record a payment over several invoices.', {}),
  sample('credit', 'Receipt with credit', 'Staff record a payment of more than is outstanding.', {
    customer: 'Alex Example',
    payment: {
      ...payment,
      reference: '',
      settled: [{ label: 'INV-00012', pence: 70_200, outstandingPence: 0 }],
      creditPence: 23_400,
    },
    url: null,
  }),
];
