import { bookingStatusWords, delegateStatusWords } from '../../status-tags.js';
import type { Selection } from '../selection.js';

/** Whom a selection's ids stand for. */
export interface SelectionNames {
  readonly ticketTypes: readonly { readonly id: string; readonly name: string }[];
  readonly organisations: readonly { readonly id: string; readonly name: string }[];
}

/** "Those who booked: confirmed, with Civic dinner, of Oldham Council, with something still to be paid" */
export function selectionInWords(
  selection: Selection,
  { ticketTypes, organisations }: SelectionNames,
): string {
  const { list } = selection;
  const ticket = ticketTypes.find(({ id }) => id === list.ticketTypeId);
  const organisation = organisations.find(({ id }) => id === list.organisationId);
  const who = selection.to === 'bookers' ? 'Those who booked' : 'Delegates';
  return `${who}: ${[
    stateInWords(selection),
    ticket && `with ${ticket.name}`,
    organisation && `of ${organisation.name}`,
    list.isOrderMissing && 'with a purchase order still missing',
    list.isUnpaid && 'with something still to be paid',
  ]
    .filter((part) => typeof part === 'string')
    .join(', ')}`;
}

function stateInWords({ to, list }: Selection): string {
  if (list.state === 'current') return 'all but given up or cancelled';
  if (list.state === 'any') return 'in any state';
  const words = to === 'bookers' ? bookingStatusWords(list.state) : delegateStatusWords(list.state);
  return words.toLowerCase();
}
