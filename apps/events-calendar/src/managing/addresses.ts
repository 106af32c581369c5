/** Where the staff's pages are. */
export const managePath = '/calendar/manage';

/** What can be done with an event, each on a page of its own. */
export type EventStep = 'edit' | 'publish' | 'postpone' | 'cancel' | 'reinstate' | 'delete' | 'duplicate';

/** The event as staff see it, or a step of it. */
export function manageEventPath(ref: string, step?: EventStep): string {
  const path = `${managePath}/events/${encodeURIComponent(ref)}`;
  return step === undefined ? path : `${path}/${step}`;
}

/** The page where everybody reads of the event. */
export function publicEventPath(ref: string): string {
  return `/calendar/events/${encodeURIComponent(ref)}`;
}

/** The form for one date of a recurring event, or for it and all later ones. */
export function editOccurrencePath(ref: string, scope: 'this' | 'later', original: string): string {
  const params = new URLSearchParams({ scope, on: original });
  return `${manageEventPath(ref, 'edit')}?${params.toString()}`;
}

/** The page that calls off one date of a recurring event, or lets it take place after all. */
export function occurrencePath(ref: string, original: string, step: 'cancel' | 'reinstate'): string {
  return `${manageEventPath(ref)}/occurrences/${encodeURIComponent(original)}/${step}`;
}
