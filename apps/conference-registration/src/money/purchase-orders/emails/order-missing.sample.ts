import type { MailSample } from '#contracts';
import { orderMissingEmail } from './order-missing.email.js';

const siteUrl = 'https://events.example.org';

const sample = (name: string, title: string, isLast: boolean): MailSample => ({
  name: `order-missing-${name}`,
  kind: 'bookings',
  title,
  sentWhen: isLast
    ? 'A purchase order is missing 20 working days after the booking.'
    : 'A purchase order is missing 3 or 10 working days after the booking.',
  make: () => ({
    ...orderMissingEmail({
      bookerName: 'Bo Booker',
      conference: 'Annual Conference 2027',
      reference: 'CN-7K3QFM',
      organisation: 'Fictional Borough Council',
      invoices: ['INV-00012'],
      isLast,
      url: `${siteUrl}/conference/bookings/CN-7K3QFM/purchase-order`,
      siteUrl,
    }),
    calendar: null,
  }),
});

export const samples: readonly MailSample[] = [
  sample('first', 'Purchase order missing', false),
  sample('last', 'Purchase order missing, for the last time', true),
];
