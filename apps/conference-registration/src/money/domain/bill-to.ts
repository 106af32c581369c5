/** Whom an invoice is made out to, as the booker gave it; kept with the booking. */
export interface BillTo {
  readonly name: string;
  /** Lines of the address, `\n` between them. */
  readonly address: string;
  /** Where invoices and receipts go besides the booker; `null`: to the booker alone. */
  readonly email: string | null;
}

/** What somebody is to pay for a study visit, as far as the money has to know of it. */
export interface BilledCharge {
  readonly id: string;
  readonly purchaseOrder: string | null;
  readonly billTo: BillTo | null;
}

/** What an invoice is issued for. */
export type Billed =
  | { readonly of: 'booking'; readonly booking: BilledBooking }
  | { readonly of: 'visit'; readonly charge: BilledCharge };

/** What the money has to know of a booking; a row of `bookings` fits. */
export interface BilledBooking {
  readonly id: string;
  /** "CN-7K3QFM" */
  readonly reference: string;
  readonly conferenceId: string;
  /** Only what is booked for an organisation is its to pay; otherwise the booker pays, whoever's price it is. */
  readonly bookedFor: 'organisation' | 'self' | 'guest';
  readonly organisationId: string | null;
  readonly organisationName: string;
  readonly bookerName: string;
  readonly bookerEmail: string;
  readonly purchaseOrder: string | null;
  readonly billTo: BillTo | null;
}
