/** Whoever owes or is owed money. */
export interface Customer {
  readonly id: string;
  readonly name: string;
  /** `null`: a guest, or a traveller. */
  readonly organisationId: string | null;
  /** Of a guest: what they booked. */
  readonly bookingId: string | null;
  /** Of somebody who pays for their own place on a study visit. */
  readonly travellerId: string | null;
}
