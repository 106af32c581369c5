/** Where a booking is. @param key its reference, or a guest's secret */
export const bookingPath = (key: string): string => `/conference/bookings/${key}`;

/** Where somebody begins to book. */
export const bookPath = (slug: string): string => `/conference/${slug}/book`;
