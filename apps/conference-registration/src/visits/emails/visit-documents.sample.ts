import type { MailSample } from '#contracts';
import { visitDocumentsEmail, type VisitDocumentsMail } from './visit-documents.email.js';

const siteUrl = 'https://events.example.org';
const url = `${siteUrl}/conference/visit-invoices/the-secret-of-the-link`;

const invoice: VisitDocumentsMail['invoice'] = {
  label: 'INV-00021',
  url: `${url}/documents/INV-00021`,
  grossPence: 20_000,
  dueOn: 'Friday 8 January 2027',
  purchaseOrder: null,
  isPurchaseOrderMissing: true,
  howToPay: {
    accountName: 'Fictional Borough Council',
    sortCode: '00-00-00',
    accountNumber: '00000000',
    reference: 'INV-00021',
  },
};

const sample = (
  name: string,
  title: string,
  sentWhen: string,
  mail: Partial<VisitDocumentsMail>,
): MailSample => ({
  name,
  kind: 'visit-links',
  title,
  sentWhen,
  make: () => ({
    ...visitDocumentsEmail({
      visit: 'Study visit to Mondragón',
      traveller: 'Alex Example',
      what: 'the deposit',
      readerName: 'Robin Example',
      invoice: null,
      creditNote: null,
      reason: '',
      url,
      siteUrl,
      ...mail,
    }),
    calendar: null,
  }),
});

const creditNote = { label: 'CR-00004', url: `${url}/documents/CR-00004`, grossPence: 20_000 };

export const samples: readonly MailSample[] = [
  sample('visit-documents-invoice', 'An invoice for a study visit', 'A place on a study visit is accepted.', {
    invoice,
  }),
  sample(
    'visit-documents-credit',
    'A credit note for a study visit',
    'A traveller withdraws from a study visit.',
    {
      creditNote,
      reason: 'Alex Example has withdrawn more than 60 days before the first day',
    },
  ),
  sample(
    'visit-documents-again',
    'An invoice for a study visit issued again',
    'A purchase order for a study visit is entered later.',
    {
      invoice: { ...invoice, label: 'INV-00025', purchaseOrder: '4500012345', isPurchaseOrderMissing: false },
      creditNote,
      reason: 'Issued again with purchase order 4500012345',
    },
  ),
];
