import { exhibitionPath, manageExhibitionPath, standsPath } from '../exhibitions/addresses.js';

/** An event as staff see it, or a part of that. */
export const eventPath = (exhibitionId: string, eventId: string, part?: string): string =>
  manageExhibitionPath(exhibitionId, `events/${eventId}${part === undefined ? '' : `/${part}`}`);

/** Where everybody reads of an event: on the page of its exhibition. */
export const publicEventPath = (slug: string, eventId: string): string =>
  `${exhibitionPath(slug)}#event-${eventId}`;

/** A guest’s own page. @param secret theirs alone */
export const invitationPath = (secret: string): string => `${standsPath}/events/${secret}`;

/** The event for the guest’s own calendar. */
export const guestCalendarPath = (secret: string): string => `${invitationPath(secret)}/calendar.ics`;

/** The button that ticks a guest off, on either page. */
export const guestAnchor = (guestId: string): string => `guest-${guestId}`;

/** What a volunteer who is named reads of events, by their own link. */
export const ownEventsPath = (secret: string, eventId?: string): string =>
  `${standsPath}/team/${encodeURIComponent(secret)}/events${eventId === undefined ? '' : `/${eventId}`}`;
