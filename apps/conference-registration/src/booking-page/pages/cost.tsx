import { moneyInWords } from '#ui';
import type { Amounts } from '../../money/domain/vat.js';
import type { BookedPlace } from '../booking-details.js';

/** "£195.00 plus VAT", "£45.00, no VAT", "free" */
export function priceInWords(netPence: number, vatBasisPoints: number): string {
  if (netPence === 0) return 'free';
  return vatBasisPoints === 0 ? `${moneyInWords(netPence)}, no VAT` : `${moneyInWords(netPence)} plus VAT`;
}

/** The same of a place that somebody has. */
export function placePriceInWords({ place }: BookedPlace): string {
  if (place.status === 'applied') return 'nothing to pay until it is accepted';
  if (place.netPence === 0 && place.freeAllocationId !== null) {
    return 'one of your organisation’s free places';
  }
  return priceInWords(place.netPence, place.vatBasisPoints);
}

/** "£435.00 plus £87.00 VAT: £522.00 in all" */
export function totalInWords({ netPence, vatPence, grossPence }: Amounts): string {
  if (grossPence === 0) return 'Nothing to pay';
  return vatPence === 0
    ? `${moneyInWords(grossPence)}, no VAT`
    : `${moneyInWords(netPence)} plus ${moneyInWords(vatPence)} VAT: ${moneyInWords(grossPence)} in all`;
}
