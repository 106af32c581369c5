import { BookingsController } from './api/bookings.controller.js';
import { OwnOrganisationsController } from './api/own-organisations.controller.js';
import { BeginBooking } from './begin-booking.js';
import { BookingHistory } from './booking-history.js';
import { BookForChoices } from './book-for-choices.js';
import { ReadChoices } from './choices.js';
import { FindCustomer } from './customer.js';
import { ExtendHold } from './extend-hold.js';
import { FindBooking } from './find-booking.js';
import { GiveUpBooking } from './give-up-booking.js';
import { BookPage } from './pages/book.page.js';
import { ResumeBooking } from './resume-booking.js';

export const bookingProviders = [
  BookingHistory,
  FindBooking,
  FindCustomer,
  BeginBooking,
  ExtendHold,
  ResumeBooking,
  GiveUpBooking,
  BookForChoices,
  ReadChoices,
];

export const bookingControllers = [BookingsController, OwnOrganisationsController, BookPage];
