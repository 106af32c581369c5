import { v7 as uuidv7 } from 'uuid';
import type { Temporal } from 'temporal-polyfill';
import { dateOf } from '#platform';
import type { Catalogue, TicketType } from '../catalogue/domain/catalogue.js';
import type { DelegateDetails } from '../delegates/domain/delegate-details.js';
import type { PaymentDetails } from '../payment/domain/payment-details.js';
import type { Customer } from './customer.js';
import type { DelegateRow } from './delegate.entity.js';
import type { shareOut } from './domain/wish.js';
import type { NewBooking } from './write-booking.js';

/** A booking whose delegates are known when it is begun. */
export interface FilledIn {
  readonly delegates: readonly FilledInDelegate[];
  readonly bookerPhone: string | null;
  readonly payment: PaymentDetails;
}

export interface FilledInDelegate {
  /** Checked. */
  readonly details: DelegateDetails;
  /** Whose address it is; `null`: nobody's that we know. */
  readonly personId: string | null;
  /** The ticket first; each is one of the conference's. */
  readonly ticketTypeIds: readonly string[];
}

type Shares = ReturnType<typeof shareOut>;

/** Which delegate (from 0) has what, where it is known of each. */
export const sharesOf = ({ ticketType }: Catalogue, { delegates }: FilledIn): Shares =>
  delegates.flatMap(({ ticketTypeIds }, delegate) =>
    ticketTypeIds
      .map((id) => ticketType.get(id))
      .filter((found): found is TicketType => found !== undefined)
      .map((found) => ({ delegate, ticketType: found })),
  );

/** A new booking whose places are kept. */
export function newBooking(
  { conference }: Catalogue,
  customer: Customer,
  codeId: string | null,
  more: {
    readonly id: string;
    readonly now: Temporal.Instant;
    readonly heldUntil: Temporal.Instant;
    readonly secretHash: Buffer | null;
    readonly filledIn?: FilledIn | undefined;
  },
): NewBooking {
  const { id, now, heldUntil, secretHash, filledIn } = more;
  return {
    id,
    conferenceId: conference.id,
    status: 'held',
    bookedFor: customer.bookedFor,
    organisationId: customer.organisationId,
    organisationName: customer.organisationName,
    category: customer.category,
    bookerPersonId: customer.personId,
    bookerName: customer.name,
    bookerEmail: customer.email,
    bookerPhone: filledIn?.bookerPhone ?? customer.phone,
    secretHash,
    codeId,
    heldUntil: dateOf(heldUntil),
    extended: false,
    payment: filledIn?.payment.payment ?? null,
    purchaseOrder: filledIn?.payment.purchaseOrder ?? null,
    purchaseOrderRequired: customer.purchaseOrderRequired,
    purchaseOrderAskedAt: null,
    billTo: filledIn?.payment.billTo ?? null,
    termsAcceptedAt: null,
    version: 1,
    createdAt: dateOf(now),
    confirmedAt: null,
    cancelledAt: null,
  };
}

/** Its delegates, one for each ticket, who have no names unless they are known already. */
export function newDelegates(
  { id: bookingId, conferenceId, createdAt }: NewBooking,
  shares: Shares,
  filledIn: FilledIn | undefined,
): readonly DelegateRow[] {
  const tickets = shares.filter(({ ticketType }) => ticketType.kind === 'ticket');
  return tickets.map((_, index) => {
    const known = filledIn?.delegates[index];
    return {
      id: uuidv7(),
      bookingId,
      conferenceId,
      number: index + 1,
      status: 'draft',
      statusReason: null,
      personId: known?.personId ?? null,
      ...(known?.details ?? noDetails),
      secretHash: null,
      invitedAt: null,
      filledInAt: known ? createdAt : null,
      cancelledAt: null,
      version: 1,
    };
  });
}

const noDetails: DelegateDetails = {
  name: '',
  email: null,
  phone: null,
  jobTitle: null,
  badgeOrganisation: null,
};
