/** Where the conferences are listed. */
export const conferencesPath = '/conference';

/** A conference's own page. */
export const conferencePath = (slug: string): string => `/conference/${slug}`;

/** Where a booking begins. */
export const bookPath = (slug: string): string => `/conference/${slug}/book`;

/** The same for whoever has no account. */
export const guestPath = (slug: string): string => `/conference/${slug}/book/guest`;
