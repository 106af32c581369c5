/** The path that the whole API stands under. */
export const apiPath = '/api/v1/events-calendar';

/** Where an event is in the API. */
export const apiEventPath = (ref: string): string => `${apiPath}/events/${ref}`;
