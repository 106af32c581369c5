import { ListBookings } from './list-bookings.js';
import { BookingsPage } from './pages/bookings.page.js';

export const myBookingsPages = [BookingsPage];

export const myBookingsProviders = [ListBookings];
