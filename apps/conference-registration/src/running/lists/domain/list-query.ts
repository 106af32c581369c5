import {
  bookingStatuses,
  delegateStatuses,
  type BookingStatus,
  type DelegateStatus,
} from '../../../bookings/domain/booking.js';
import { idOf, pageOf, textOf, type ListQuery } from '../../../money/domain/invoice-list.js';

/** What is listed. */
export type Listed = 'bookings' | 'delegates';

/** `current`: those that count, neither given up nor lapsed nor declined. */
export type BookingState = 'current' | 'any' | BookingStatus;
export type DelegateState = 'current' | 'any' | DelegateStatus;

/** Which bookings or delegates staff want to see. All of it stands in the address. */
export interface RunningList<State extends BookingState | DelegateState = BookingState | DelegateState> {
  /** Part of a name, an address, an organisation, a reference, a code, a purchase order or an invoice's number. */
  readonly text: string;
  readonly state: State;
  /** A ticket type's id; `null`: any. */
  readonly ticketTypeId: string | null;
  /** An organisation's id; `null`: any. */
  readonly organisationId: string | null;
  /** Only where the purchase order that is needed is missing. */
  readonly isOrderMissing: boolean;
  /** Only where something is still to be paid. */
  readonly isUnpaid: boolean;
  /** From 1. */
  readonly page: number;
}

export type BookingList = RunningList<BookingState>;
export type DelegateList = RunningList<DelegateState>;

export type { ListQuery } from '../../../money/domain/invoice-list.js';

export const bookingStates: readonly BookingState[] = ['current', ...bookingStatuses, 'any'];
export const delegateStates: readonly DelegateState[] = ['current', ...delegateStatuses, 'any'];

/** What the state `current` leaves in. */
export const currentBookings: readonly BookingStatus[] = ['held', 'applied', 'confirmed'];
export const currentDelegates: readonly DelegateStatus[] = ['draft', 'applied', 'reserve', 'confirmed'];

/** All that count, from the first page on. */
export const everything: RunningList<'current'> = {
  text: '',
  state: 'current',
  ticketTypeId: null,
  organisationId: null,
  isOrderMissing: false,
  isUnpaid: false,
  page: 1,
};

/** The list of bookings that an address asks for. What it does not know is passed over. */
export const readBookingList = (query: ListQuery): BookingList => read(query, bookingStates);

/** The same of delegates. */
export const readDelegateList = (query: ListQuery): DelegateList => read(query, delegateStates);

function read<State extends BookingState | DelegateState>(
  query: ListQuery,
  states: readonly State[],
): RunningList<State | 'current'> {
  return {
    text: textOf(query, 'q'),
    state: states.find((state) => state === textOf(query, 'state')) ?? 'current',
    ticketTypeId: idOf(query, 'ticket'),
    // Other services make these ids: they are only compared.
    organisationId: textOf(query, 'organisation') || null,
    isOrderMissing: textOf(query, 'order') === 'missing',
    isUnpaid: textOf(query, 'paid') === 'no',
    page: pageOf(query),
  };
}

/** What an address says of a list; whatever is as usual is left out. */
export function listParameters(list: RunningList): URLSearchParams {
  const params = new URLSearchParams();
  if (list.text !== '') params.set('q', list.text);
  if (list.state !== 'current') params.set('state', list.state);
  if (list.ticketTypeId !== null) params.set('ticket', list.ticketTypeId);
  if (list.organisationId !== null) params.set('organisation', list.organisationId);
  if (list.isOrderMissing) params.set('order', 'missing');
  if (list.isUnpaid) params.set('paid', 'no');
  if (list.page > 1) params.set('page', String(list.page));
  return params;
}

/** The list's address. */
export function listAddress(path: string, list: RunningList): string {
  const params = listParameters(list);
  return params.size === 0 ? path : `${path}?${params.toString()}`;
}

/** Whether the list leaves out anything that counts. */
export const isFiltered = (list: RunningList): boolean => listParameters({ ...list, page: 1 }).size > 0;
