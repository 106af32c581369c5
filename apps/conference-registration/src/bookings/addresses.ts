/** Where a booking is. @param key its reference, or a guest's secret */
export const bookingPath = (key: string): string => `/conference/bookings/${key}`;

/** What somebody has booked, and what their organisations have. */
export const bookingsPath = '/conference/bookings';
