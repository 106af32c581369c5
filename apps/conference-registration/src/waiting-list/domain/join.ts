import type { Temporal } from 'temporal-polyfill';
import { accepted, refused, type Checked } from '#checks';
import type { Catalogue, TicketType } from '../../catalogue/domain/catalogue.js';
import { mostDelegates } from '../../bookings/domain/booking.js';
import { canBuy, type Payer } from '../../pricing/domain/price.js';

/** What somebody would wait for. */
export interface JoinWish {
  readonly ticketTypeId: string;
  readonly wanted: number;
  readonly allTogether: boolean;
}

/** Who waits, as far as it decides what they can buy. */
export type WaitingPayer = Pick<Payer, 'category' | 'organisationId'>;

/** Whoever is not signed in. */
export const guestPayer: WaitingPayer = { category: 'non-member', organisationId: null };

/** A wish that makes sense. */
export interface JoinOrder extends Omit<JoinWish, 'ticketTypeId'> {
  readonly ticketType: TicketType;
}

/** The tickets that there is a line for: whatever everybody can see and buy. */
export const queuedFor = ({ ticketTypes }: Catalogue): readonly TicketType[] =>
  ticketTypes.filter(
    ({ kind, hidden, withdrawnAt, needsApproval }) =>
      kind === 'ticket' && !hidden && withdrawnAt === null && !needsApproval,
  );

/**
 * Checks what somebody would wait for; whether it is full is seen when they join.
 *
 * @param on the day that it is at the conference
 */
export function checkJoin(
  catalogue: Catalogue,
  wish: JoinWish,
  payer: WaitingPayer,
  on: Temporal.PlainDate,
): Checked<JoinOrder> {
  const { wanted, allTogether } = wish;
  const ticketType = queuedFor(catalogue).find(({ id }) => id === wish.ticketTypeId);
  if (ticketType === undefined) {
    return refused({ field: 'ticketTypeId', code: 'unknown', message: 'Choose a ticket.' });
  }
  if (!canBuy(ticketType, payer, on)) {
    const message = 'This ticket is not sold in your membership category. Choose another ticket.';
    return refused({ field: 'ticketTypeId', code: 'not-for-category', message });
  }
  const most = Math.min(mostDelegates, ticketType.most ?? mostDelegates, ...capacities(ticketType));
  if (!Number.isInteger(wanted) || wanted < 1) {
    const message = 'Enter how many places you wait for, 1 or more.';
    return refused({ field: 'wanted', code: 'too-few', message });
  }
  const { name, least } = ticketType;
  if (wanted < least) {
    const message = `“${name}” is booked for ${least} or more at a time. Wait for at least ${least}.`;
    return refused({ field: 'wanted', code: 'too-few', message });
  }
  if (wanted > most) {
    const message = `At most ${most} of these can be waited for.`;
    return refused({ field: 'wanted', code: 'too-many', message });
  }
  return accepted({ ticketType, wanted, allTogether: allTogether || wanted === 1 });
}

/** More than a limit allows in all can never become free together. */
const capacities = ({ pools }: TicketType): readonly number[] =>
  pools.map(({ capacity }) => capacity).filter((capacity) => capacity > 0);
