import { unprocessable } from '#platform';
import { textIn, type SubmittedValues } from '#ui';
import {
  readBookingList,
  readDelegateList,
  type BookingList,
  type DelegateList,
} from '../lists/domain/list-query.js';

/** To whom a mail goes: to whoever booked, or to the delegates themselves. */
export const addressees = ['delegates', 'bookers'] as const;
export type Addressee = (typeof addressees)[number];

/** Some of a conference's bookings or delegates. */
export type Selection =
  | { readonly to: 'bookers'; readonly list: BookingList }
  | { readonly to: 'delegates'; readonly list: DelegateList };

/** The names of the fields by which some are chosen. */
export const selectionNames = ['to', 'state', 'ticket', 'organisation', 'order', 'paid'] as const;

/**
 * Those who were chosen in a form; without a choice, those who are confirmed. Nothing that is not known is passed over, as the
 * mail would go to more readers than were meant.
 *
 * @throws Problem 422
 */
export function readSelection(values: SubmittedValues): Selection {
  const state = textIn(values, 'state') || 'confirmed';
  const query: Readonly<Record<string, string>> = {
    ...Object.fromEntries(selectionNames.map((name) => [name, textIn(values, name)])),
    state,
  };
  const selection: Selection =
    textIn(values, 'to') === 'bookers'
      ? { to: 'bookers', list: readBookingList(query) }
      : { to: 'delegates', list: readDelegateList(query) };
  if (selection.list.state !== state) {
    const who = selection.to === 'bookers' ? 'Those who booked' : 'Delegates';
    throw unprocessable([
      {
        field: 'state',
        code: 'unknown-choice',
        message: `${who} are never like this. Choose another state.`,
      },
    ]);
  }
  if (query['ticket'] !== '' && selection.list.ticketTypeId === null) {
    throw unprocessable([
      { field: 'ticket', code: 'unknown-choice', message: 'Choose a ticket from the list.' },
    ]);
  }
  return selection;
}
