import { ownTravelPath } from '../travellers/addresses.js';
import { manageVisitPath } from '../visits/addresses.js';

/** A visit's itinerary as staff see it, or a part of it: `groups/new`. */
export const itineraryPath = (visitId: string, part?: string): string =>
  manageVisitPath(visitId, part === undefined ? 'itinerary' : `itinerary/${part}`);

/** An item of it, or what is done with it. */
export const itemPath = (
  visitId: string,
  itemId: string,
  step?: 'edit' | 'delete' | 'cancel' | 'restore',
): string =>
  itineraryPath(visitId, [encodeURIComponent(itemId), ...(step === undefined ? [] : [step])].join('/'));

/** A split of the party, or what is done with it. */
export const splitPath = (visitId: string, splitId: string, step?: 'edit' | 'delete' | 'share'): string =>
  itineraryPath(
    visitId,
    ['groups', encodeURIComponent(splitId), ...(step === undefined ? [] : [step])].join('/'),
  );

/** A traveller's own days, or one of them. @param day ISO */
export const ownDaysPath = (secret: string, day?: string): string =>
  ownTravelPath(secret, day === undefined ? 'days' : `days/${day}`);

/** Where a traveller learns how to have their days in their own calendar. */
export const ownCalendarPath = (secret: string): string => ownTravelPath(secret, 'calendar');

/** Where a traveller goes, drawn. */
export const ownMapPath = (secret: string): string => ownTravelPath(secret, 'map');

/** What a traveller's calendar program asks for. @param secret of the feed alone */
export const feedPath = (secret: string): string => `/visits/feeds/${secret}.ics`;

/** Tells a traveller’s pages when they are not as it stands any more. */
export const ownDaysEventsPath = (secret: string): string => ownTravelPath(secret, 'days/events');
