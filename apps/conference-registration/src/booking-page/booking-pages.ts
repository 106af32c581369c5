import { AnswerAboutBooking } from '../about-booking/answer-about-booking.js';
import { AboutBookingPage } from '../about-booking/pages/about-booking.page.js';
import { ConfirmBooking } from '../confirming/confirm-booking.js';
import { CheckPage } from '../confirming/pages/check.page.js';
import { WriteConfirmationMails } from '../confirming/write-confirmation-mails.js';
import { DelegatesController } from '../delegates/api/delegates.controller.js';
import { delegatePages, delegateProviders } from '../delegates/delegates.js';
import { ChoosePayment } from '../payment/choose-payment.js';
import { PaymentPage } from '../payment/pages/payment.page.js';
import { UsualBillTo } from '../payment/usual-bill-to.js';
import { AnswerStore } from '../questions/answer-store.js';
import { JourneyController } from './api/journey.controller.js';
import { BookingFrame } from './booking-frame.js';
import { AnswerFilePage } from './pages/answer-file.page.js';
import { BookingPages } from './pages/booking.page.js';
import { ReadBookingDocuments } from './read-booking-documents.js';
import { ReadBooking } from './read-booking.js';

/** The pages of one booking, from its being filled in to what it is afterwards. */
export const bookingPages = [
  BookingPages,
  ...delegatePages,
  AboutBookingPage,
  PaymentPage,
  CheckPage,
  AnswerFilePage,
  JourneyController,
  DelegatesController,
];

export const bookingPageProviders = [
  BookingFrame,
  ReadBooking,
  ReadBookingDocuments,
  AnswerStore,
  ...delegateProviders,
  AnswerAboutBooking,
  ChoosePayment,
  UsualBillTo,
  ConfirmBooking,
  WriteConfirmationMails,
];
