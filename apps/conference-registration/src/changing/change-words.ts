import { moneyInWords } from '#ui';
import { totalInWords } from '../booking-page/pages/cost.js';
import type { Amounts } from '../money/domain/vat.js';

/** What is said where an answer mattered to whoever approved a place. */
export const approvalAsked = (name: string): string =>
  `An answer changed on which the approval of ${name}’s place hung, so staff decide again. The place is kept meanwhile.`;

/** "£195.00 plus £39.00 VAT: £234.00 in all"; "Nothing" */
export const amountInWords = (amounts: Amounts): string =>
  amounts.grossPence === 0 ? 'Nothing' : totalInWords(amounts);

/** What becomes of what was invoiced: "£195.00 plus £39.00 VAT: all of it", "£97.50 of £195.00 …". */
export function backInWords(invoiced: Amounts, back: Amounts): string {
  if (invoiced.grossPence === 0) return 'nothing was to be paid for it';
  if (back.grossPence === 0) return `nothing of ${moneyInWords(invoiced.grossPence)}`;
  if (back.grossPence === invoiced.grossPence) return `${netAndVat(back)}: all of it`;
  return `${netAndVat(back)}: ${moneyInWords(back.grossPence)} of ${moneyInWords(invoiced.grossPence)}`;
}

/** "£195.00 plus £39.00 VAT", "£25.00, no VAT" */
export const netAndVat = ({ netPence, vatPence }: Amounts): string =>
  vatPence === 0
    ? `${moneyInWords(netPence)}, no VAT`
    : `${moneyInWords(netPence)} plus ${moneyInWords(vatPence)} VAT`;
