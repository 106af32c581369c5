import { InsetText, moneyInWords } from '#ui';
import { dayInWords } from '../pages/words.js';
import type { DocumentReading } from '../reading/read-document.js';

/** What became of a document since it was issued, for whoever it is for. */
export function DocumentStanding({ document }: { readonly document: DocumentReading }) {
  const { kind, dueOn, outstandingPence, isPaymentUndone } = document;
  if (kind === 'receipt') {
    return isPaymentUndone ? (
      <InsetText>
        The payment that this receipt is for was taken back. Ask us if you do not know why.
      </InsetText>
    ) : null;
  }
  if (kind === 'credit-note' || dueOn === null) return null;
  return (
    <InsetText>
      {outstandingPence === 0
        ? 'Nothing more is to be paid of this invoice.'
        : `${moneyInWords(outstandingPence)} is to be paid by ${dayInWords(dueOn)}.`}
    </InsetText>
  );
}
