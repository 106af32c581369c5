/** What somebody follows. */
export const followingPath = '/calendar/following';

/** Where one begins to follow an event, or its series. */
export const followPath = (ref: string): string => `/calendar/events/${encodeURIComponent(ref)}/follow`;

/** Where one stops. */
export const stopFollowingPath = (id: string): string => `${followingPath}/${id}/stop`;
