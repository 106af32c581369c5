import { moneyInWords, plural } from '#ui';

/** What there is of each thing that staff have to see to. */
export interface ToSeeTo {
  readonly applied: number;
  readonly onReserve: number;
  readonly ordersMissing: number;
  readonly overdueInvoices: number;
  readonly overduePence: number;
  readonly openOffers: number;
  readonly waiting: number;
  /** Delegates who were erased, and still have a place. */
  readonly nameless: number;
  /** Limits that more is taken from than they have, and by how many places in all of them. */
  readonly limitsOver: readonly { readonly name: string; readonly by: number }[];
}

/** Where somebody goes to see to it. */
export type AttentionPart = 'applications' | 'bookings' | 'invoices' | 'waiting-list' | 'delegates' | 'pools';

/** A thing to see to, in words with its number. */
export interface Attention {
  readonly text: string;
  readonly part: AttentionPart;
}

/** What needs somebody first: what keeps people waiting, then what keeps money waiting, then what is good to know. */
export function attentionFor(to: ToSeeTo): readonly Attention[] {
  const found: (Attention | false)[] = [
    to.applied > 0 && { text: `${plural(to.applied, 'application')} to decide`, part: 'applications' },
    to.limitsOver.length > 0 && { text: overInWords(to.limitsOver), part: 'pools' },
    to.nameless > 0 && { text: `${plural(to.nameless, 'delegate')} to be replaced`, part: 'delegates' },
    to.overdueInvoices > 0 && {
      text: `${plural(to.overdueInvoices, 'invoice')} overdue, ${moneyInWords(to.overduePence)}`,
      part: 'invoices',
    },
    to.ordersMissing > 0 && {
      text: `${plural(to.ordersMissing, 'purchase order')} missing`,
      part: 'bookings',
    },
    to.openOffers > 0 && { text: `${plural(to.openOffers, 'offer')} open`, part: 'waiting-list' },
    to.waiting > 0 && {
      text: `${plural(to.waiting, 'party', 'parties')} on the waiting list`,
      part: 'waiting-list',
    },
    to.onReserve > 0 && { text: `${plural(to.onReserve, 'delegate')} on the reserve`, part: 'applications' },
  ];
  return found.filter((each) => each !== false);
}

/** "“Hall” is over by 3", "2 limits over by 5 together" */
function overInWords(limits: ToSeeTo['limitsOver']): string {
  const by = limits.reduce((sum, limit) => sum + limit.by, 0);
  return limits.length === 1
    ? `1 limit over by ${by}: ${limits[0]?.name ?? ''}`
    : `${limits.length} limits over, by ${by} together`;
}
