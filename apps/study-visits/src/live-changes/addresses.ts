import { manageVisitPath } from '../visits/addresses.js';
import type { LiveWay } from './domain/live-change.js';

/** The part of a visit's pages on which staff change things on the way. */
export const todayPart = 'today';

/** The day as staff on the way have it; another one of the visit. @param day ISO */
export const todayPath = (visitId: string, day?: string): string =>
  manageVisitPath(visitId, day === undefined ? todayPart : `${todayPart}?day=${day}`);

/** One item, to be changed now; one way to change it. */
export const liveItemPath = (visitId: string, itemId: string, way?: LiveWay): string =>
  manageVisitPath(
    visitId,
    [todayPart, encodeURIComponent(itemId), ...(way === undefined ? [] : [way])].join('/'),
  );

/** Who has seen a publication. */
export const seenPath = (visitId: string, number: number): string =>
  manageVisitPath(visitId, `${todayPart}/seen/${number}`);

/** Tells staff’s pages when they are not as it stands any more. */
export const todayEventsPath = (visitId: string): string => manageVisitPath(visitId, `${todayPart}/events`);
