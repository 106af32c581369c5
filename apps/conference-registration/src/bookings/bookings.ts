import { BeginBooking } from './begin-booking.js';
import { BookingHistory } from './booking-history.js';
import { FindCustomer } from './customer.js';
import { ExtendHold } from './extend-hold.js';
import { FindBooking } from './find-booking.js';
import { GiveUpBooking } from './give-up-booking.js';
import { ResumeBooking } from './resume-booking.js';

export const bookingProviders = [
  BookingHistory,
  FindBooking,
  FindCustomer,
  BeginBooking,
  ExtendHold,
  ResumeBooking,
  GiveUpBooking,
];
