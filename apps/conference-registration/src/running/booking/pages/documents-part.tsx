import { Temporal } from 'temporal-polyfill';
import { dateInWords, moneyInWords, ResponsiveTable } from '#ui';
import type { BookingDocument } from '../../../booking-page/read-booking-documents.js';
import { bookingDocumentPath } from '../../../money/addresses.js';
import type { DocumentKind } from '../../../money/domain/document.js';

const kinds: Readonly<Record<DocumentKind, string>> = {
  invoice: 'Invoice',
  'credit-note': 'Credit note',
  receipt: 'Receipt',
};

export interface DocumentsPartProps {
  readonly reference: string;
  readonly documents: readonly BookingDocument[];
}

/** What was issued for a booking. */
export function DocumentsPart({ reference, documents }: DocumentsPartProps) {
  if (documents.length === 0) return null;
  return (
    <ResponsiveTable
      caption="Documents"
      captionClasses="govuk-table__caption--m"
      columns={[
        { key: 'label', heading: 'Document' },
        { key: 'kind', heading: 'What it is' },
        { key: 'issued', heading: 'Issued' },
        { key: 'amount', heading: 'Amount', format: 'numeric' },
        { key: 'outstanding', heading: 'To be paid', format: 'numeric' },
      ]}
      rows={documents.map(({ label, kind, issuedOn, grossPence, outstandingPence }) => [
        <a class="govuk-link" href={bookingDocumentPath(reference, label)}>
          {label}
        </a>,
        kinds[kind],
        dateInWords(Temporal.PlainDate.from(issuedOn), { weekday: false }),
        moneyInWords(grossPence),
        kind === 'invoice' ? moneyInWords(outstandingPence) : '',
      ])}
    />
  );
}
