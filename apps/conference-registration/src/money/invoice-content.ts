import type { BillingDocument } from '../documents/billing-document.js';
import type { BilledBooking, BillTo } from './domain/bill-to.js';
import type { Customer } from './domain/customer.js';
import { howToPay, sellerFrom, type SellerSettings } from './seller.js';

/** What an invoice says of a conference. */
export interface BilledConference {
  readonly title: string;
  /** ISO dates. */
  readonly firstDay: string;
  readonly lastDay: string;
}

/** What an invoice is about, as it says it. */
export type InvoiceAbout = NonNullable<BillingDocument['about']>;

export interface Invoiced {
  readonly customer: Customer;
  /** `null`: whom the customer is called. */
  readonly billTo: BillTo | null;
  readonly purchaseOrder: string | null;
  readonly about: InvoiceAbout;
  readonly label: string;
}

/** What an invoice for a booking is about. */
export const aboutBooking = (booking: BilledBooking, conference: BilledConference): InvoiceAbout => ({
  conference: conference.title,
  firstDay: conference.firstDay,
  lastDay: conference.lastDay,
  bookingReference: booking.reference,
  bookedBy: booking.bookerName,
});

/** What an invoice says besides its lines. */
export function invoiceContent(
  settings: SellerSettings,
  { customer, billTo, purchaseOrder, about, label }: Invoiced,
): Omit<BillingDocument, 'kind' | 'label' | 'issuedOn' | 'dueOn' | 'lines' | 'totals'> {
  return {
    seller: sellerFrom(settings),
    billTo: { name: billTo?.name ?? customer.name, address: billTo?.address ?? '' },
    purchaseOrder,
    about,
    corrects: null,
    reason: null,
    howToPay: howToPay(settings, 'visit' in about ? label : `${label} ${about.bookingReference}`),
    payment: null,
  };
}
