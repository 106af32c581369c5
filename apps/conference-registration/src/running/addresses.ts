import { managePath } from '../manage/addresses.js';

/** Where staff look for somebody or something in all conferences. */
export const searchPath = `${managePath}/search`;

/** A booking as staff see it. @param reference "CN-7K3QFM" */
export const staffBookingPath = (reference: string): string =>
  `${managePath}/bookings/${encodeURIComponent(reference)}`;

/** Where a delegate is moved to another booking. */
export const moveDelegatePath = (reference: string, number: number): string =>
  `${staffBookingPath(reference)}/delegates/${number}/move`;

/** The mails that were sent to somebody: by who they are, else by their address. */
export const mailsToPath = (personId: string | null, address: string): string =>
  `/mail?${new URLSearchParams(personId === null ? { address } : { person: personId }).toString()}`;

/** How a mail to many fares. */
export const mailingPath = (id: string): string => `/mail/mailings/${id}`;

/** Where staff begin to act for somebody. */
export const actForPath = (personId: string): string =>
  `/members/manage/people/${encodeURIComponent(personId)}/act`;
