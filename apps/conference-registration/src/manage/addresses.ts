/** Where staff run conferences. */
export const managePath = '/conference/manage';

/** What staff set up of a conference, or see of it, each on a page of its own; the conference itself without one. */
export type ConferencePart =
  | 'dashboard'
  | 'bookings'
  | 'delegates'
  | 'applications'
  | 'needs'
  | 'mail'
  | 'tickets'
  | 'allocations'
  | 'pools'
  | 'codes'
  | 'questions'
  | 'waiting-list'
  | 'history'
  | 'preview'
  | 'edit'
  | 'copy'
  | 'delete'
  | 'cancel-bookings';

/** A conference as staff see it, or a part of it. */
export function manageConferencePath(id: string, part?: ConferencePart): string {
  const path = `${managePath}/${encodeURIComponent(id)}`;
  return part === undefined ? path : `${path}/${part}`;
}

/** The page that says what a step to another status means, and takes it. */
export const conferenceStatusPath = (id: string, to: string): string =>
  `${manageConferencePath(id)}/status/${to}`;
