import { bookingPath } from '../bookings/addresses.js';
import { delegatePath, ownDelegatePath } from '../delegates/addresses.js';

/** What can be done about one delegate of a confirmed booking, and where each is done. */
export const changeDelegatePath = (key: string, number: number): string =>
  `${delegatePath(key, number)}/change`;
export const delegateDetailsPath = (key: string, number: number): string =>
  `${delegatePath(key, number)}/details`;
export const replaceDelegatePath = (key: string, number: number): string =>
  `${delegatePath(key, number)}/replace`;
export const delegateTicketsPath = (key: string, number: number): string =>
  `${delegatePath(key, number)}/tickets`;

/** Where delegates are added to a confirmed booking. */
export const addToBookingPath = (key: string): string => `${bookingPath(key)}/add`;

/** Where places are cancelled. @param number of a delegate; without it, whoever is chosen there */
export const cancelPath = (key: string, number?: number): string =>
  `${bookingPath(key)}/cancel${number === undefined ? '' : `?delegates=${number}`}`;

/** Where staff are asked for what cannot be done by oneself. */
export const askStaffPath = (key: string): string => `${bookingPath(key)}/ask`;

/** What a delegate does by their own link. */
export const ownDetailsPath = (secret: string): string => `${ownDelegatePath(secret)}/details`;
export const ownCalendarPath = (secret: string): string => `${ownDelegatePath(secret)}/calendar.ics`;
export const cannotComePath = (secret: string): string => `${ownDelegatePath(secret)}/cannot-come`;
