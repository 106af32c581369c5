import { bookingPath } from '../bookings/addresses.js';

/** Where a delegate is filled in. */
export const delegatePath = (key: string, number: number): string =>
  `${bookingPath(key)}/delegates/${number}`;

/** Where several are, from a list. */
export const delegateListPath = (key: string): string => `${bookingPath(key)}/delegates/list`;

/** Where one more is added. */
export const newDelegatePath = (key: string): string => `${bookingPath(key)}/delegates/new`;

/** A delegate’s own page. @param secret theirs alone */
export const ownDelegatePath = (secret: string): string => `/conference/delegates/${secret}`;
