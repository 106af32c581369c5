/** Where somebody joins the line of a conference. */
export const joinPath = (slug: string): string => `/conference/${slug}/waiting-list`;

/** Somebody's own place in the line. @param key its id, for whoever is signed in and may see it, or a guest's secret */
export const waitingPath = (key: string): string => `/conference/waiting/${key}`;

/** The line as staff see it. */
export const linePath = (conferenceId: string): string => `/conference/manage/${conferenceId}/waiting-list`;
