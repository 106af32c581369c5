/** An organisation, as `members` last told of it. Days are ISO dates. */
export interface Organisation {
  readonly id: string;
  readonly name: string;
  /** Of its membership, as it is told: `full`, `associate` … */
  readonly category: string;
  readonly kind: string;
  readonly status: string;
  readonly joinedOn: string | null;
  /** While it is leaving the day on which it will have left. */
  readonly leftOn: string | null;
  /** Off the price of its category; `endsOn` is its last day, `null`: it has no end. */
  readonly discount: { readonly percent: number; readonly endsOn: string | null } | null;
  /** Of several lines. */
  readonly billingAddress: string | null;
  readonly invoiceEmail: string | null;
  readonly purchaseOrderRequired: boolean;
  readonly accountableBodyReference: string | null;
  /** Of its people's mail addresses, in lower case. */
  readonly domains: readonly string[];
}
