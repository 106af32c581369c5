import { accepted, refused, type Checked } from '#checks';
import type { Catalogue, TicketType } from '../../catalogue/domain/catalogue.js';
import { mostDelegates } from '../../bookings/domain/booking.js';

/** What somebody would wait for. */
export interface JoinWish {
  readonly ticketTypeId: string;
  readonly wanted: number;
  readonly allTogether: boolean;
}

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

/** Checks what somebody would wait for; whether it is full is seen when they join. */
export function checkJoin(catalogue: Catalogue, wish: JoinWish): Checked<JoinOrder> {
  const { wanted, allTogether } = wish;
  const ticketType = queuedFor(catalogue).find(({ id }) => id === wish.ticketTypeId);
  if (ticketType === undefined) {
    return refused({ field: 'ticket', code: 'unknown', message: 'Choose a ticket.' });
  }
  const most = Math.min(mostDelegates, ticketType.most ?? mostDelegates, ...capacities(ticketType));
  if (!Number.isInteger(wanted) || wanted < 1) {
    const message = 'Enter how many places you wait for, 1 or more.';
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
