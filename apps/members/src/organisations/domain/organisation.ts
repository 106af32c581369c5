import type { Temporal } from 'temporal-polyfill';

/** The categories of membership, in the order in which the network names them. */
export const categories = ['full', 'associate', 'affiliate', 'supporter'] as const;
export type Category = (typeof categories)[number];

/** How an organisation stands to the network, in the order in which one usually follows another. */
export const statuses = ['applied', 'approved', 'declined', 'member', 'leaving', 'retained', 'left'] as const;
export type Status = (typeof statuses)[number];

/** Those that belong to the network: the ones leaving do until they have left. */
export const memberStatuses = ['member', 'leaving', 'retained'] as const satisfies readonly Status[];

export const isMember = (status: Status): boolean =>
  memberStatuses.some((memberStatus) => memberStatus === status);

/** Agreed with one organisation, off the price of its category. */
export interface Discount {
  /** 1 to 100. */
  readonly percent: number;
  readonly reason: string;
  /** The last day, an ISO date; `null`: it has no end. */
  readonly endsOn: string | null;
}

/** Everything that staff write about an organisation; category and status change by steps of their own. */
export interface OrganisationDetails {
  readonly name: string;
  /** What sort of body it is: council, opposition group, co-operative … */
  readonly kind: string;
  /** ISO date; `null`: not known, or not yet. */
  readonly joinedOn: string | null;
  /** ISO date; while it is leaving the day on which it will have left. */
  readonly leftOn: string | null;
  readonly discount: Discount | null;
  /** Of several lines. */
  readonly billingAddress: string | null;
  readonly invoiceEmail: string | null;
  readonly purchaseOrderRequired: boolean;
  /** Under which the accountable body keeps it. */
  readonly accountableBodyReference: string | null;
  readonly staffNotes: string | null;
  /** Domains of e-mail addresses that belong to it, lower-case ASCII, sorted, without doubles. */
  readonly domains: readonly string[];
}

/** An organisation as it is kept. */
export interface Organisation extends OrganisationDetails {
  /** UUIDv7. */
  readonly id: string;
  readonly category: Category;
  readonly status: Status;
  /** Why it has that status, where a reason was due. */
  readonly statusReason: string | null;
  /** Rises with every change; an edit of an older version is refused. */
  readonly version: number;
  readonly createdAt: Temporal.Instant;
  readonly changedAt: Temporal.Instant;
}
