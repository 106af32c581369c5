import type { MailSample } from '#contracts';
import { visitOrderMissingEmail } from './visit-order-missing.email.js';

const siteUrl = 'https://events.example.org';

const sample = (name: string, title: string, isLast: boolean): MailSample => ({
  name: `visit-order-missing-${name}`,
  kind: 'visit-links',
  title,
  sentWhen: isLast
    ? 'A purchase order for a study visit is missing 20 working days after its invoice.'
    : 'A purchase order for a study visit is missing 3 or 10 working days after its invoice.',
  make: () => ({
    ...visitOrderMissingEmail({
      readerName: 'Robin Example',
      visit: 'Study visit to Mondragón',
      traveller: 'Alex Example',
      organisation: 'Fictional Borough Council',
      invoice: 'INV-00021',
      isLast,
      url: `${siteUrl}/conference/visit-invoices/the-secret-of-the-link/purchase-order`,
      siteUrl,
    }),
    calendar: null,
  }),
});

export const samples: readonly MailSample[] = [
  sample('first', 'Purchase order for a visit missing', false),
  sample('last', 'Purchase order for a visit missing, for the last time', true),
];
