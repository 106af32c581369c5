import type { BillingDocument } from '../documents/billing-document.js';
import type { BilledBooking } from './domain/bill-to.js';
import type { Customer } from './domain/customer.js';
import { howToPay, sellerFrom, type SellerSettings } from './seller.js';

/** What an invoice says of a conference. */
export interface BilledConference {
  readonly title: string;
  /** ISO dates. */
  readonly firstDay: string;
  readonly lastDay: string;
}

export interface Invoiced {
  readonly booking: BilledBooking;
  readonly customer: Customer;
  readonly conference: BilledConference;
  readonly label: string;
}

/** What an invoice says besides its lines. */
export function invoiceContent(
  settings: SellerSettings,
  { booking, customer, conference, label }: Invoiced,
): Omit<BillingDocument, 'kind' | 'label' | 'issuedOn' | 'dueOn' | 'lines' | 'totals'> {
  const { reference, bookerName, purchaseOrder, billTo } = booking;
  return {
    seller: sellerFrom(settings),
    billTo: { name: billTo?.name ?? customer.name, address: billTo?.address ?? '' },
    purchaseOrder,
    about: {
      conference: conference.title,
      firstDay: conference.firstDay,
      lastDay: conference.lastDay,
      bookingReference: reference,
      bookedBy: bookerName,
    },
    corrects: null,
    reason: null,
    howToPay: howToPay(settings, `${label} ${reference}`),
    payment: null,
  };
}
