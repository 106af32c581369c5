/** Whoever owes or is owed money. */
export interface Customer {
  readonly id: string;
  readonly name: string;
  /** `null`: a guest. */
  readonly organisationId: string | null;
  /** Of a guest: what they booked. */
  readonly bookingId: string | null;
}
