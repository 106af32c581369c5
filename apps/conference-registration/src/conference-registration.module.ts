import { Module, type DynamicModule } from '@nestjs/common';
import { knownShiftHandlers, knownTravelHandlers } from '#elsewhere';
import {
  ForgetIdempotencyKeys,
  messageControllers,
  messaging,
  mailingProviders,
  mailTemplatesController,
} from '#messaging';
import { peopleControllers, peopleHandlers, peopleProviders } from '#people';
import { descriptionController } from '#platform';
import { assetsController, pageServiceFrame, type PageServiceParts } from '#ui';
import { islands } from './assets/islands.js';
import { bookingPageProviders, bookingPages } from './booking-page/booking-pages.js';
import { cancellingControllers, cancellingProviders, cancellingSchedules } from './cancelling/cancelling.js';
import { changingControllers, changingProviders } from './changing/changing.js';
import { atOnceControllers, atOnceProviders } from './at-once/at-once.js';
import { bookingControllers, bookingProviders } from './bookings/bookings.js';
import { cataloguePages, catalogueProviders } from './catalogue/catalogue.js';
import {
  conferenceHandlers,
  conferencePages,
  conferenceProviders,
  conferenceSchedules,
} from './conferences/conferences.js';
import {
  doubleBookingControllers,
  doubleBookingProviders,
  shiftsAsked,
} from './double-bookings/double-bookings.js';
import { guestPages, guestProviders, guestSchedules } from './guests/guests.js';
import { linkProviders } from './links/links.js';
import { mailSamples } from './mail-templates/mail-samples.js';
import { moneyPages, moneyProviders, moneySchedules } from './money/money.js';
import { api } from './openapi/document.js';
import { personParts } from './person-parts.js';
import { myBookingsPages, myBookingsProviders } from './my-bookings/my-bookings.js';
import { placeProviders, placeSchedules } from './places/places.js';
import { runningPages, runningProviders, runningSchedules } from './running/running.js';
import { settingUpPages, settingUpProviders } from './set-up/setting-up.js';
import { retentionProviders, retentionSchedules } from './retention/retention.js';
import type { ConferenceSettings } from './settings.js';
import { tellingHandlers, tellingProviders } from './telling/telling.js';
import { visitControllers, visitHandlers, visitProviders, visitSchedules } from './visits/visits.js';
import {
  waitingListControllers,
  waitingListProviders,
  waitingListSchedules,
} from './waiting-list/waiting-list.js';

/** What handles the messages that come. */
const handlers = [
  ...peopleHandlers,
  ...conferenceHandlers,
  ...knownShiftHandlers,
  ...knownTravelHandlers,
  ...tellingHandlers,
  ...visitHandlers,
];

/** What is done again and again. */
const schedules = [
  ...moneySchedules,
  ...visitSchedules,
  ...placeSchedules,
  ...waitingListSchedules,
  ...guestSchedules,
  ...retentionSchedules,
  ...conferenceSchedules,
  ...cancellingSchedules,
  ...runningSchedules,
  ForgetIdempotencyKeys,
];

@Module({})
export class ConferenceRegistrationModule {
  static with(parts: PageServiceParts<ConferenceSettings>): DynamicModule {
    const frame = pageServiceFrame(parts);
    return {
      module: ConferenceRegistrationModule,
      global: true,
      imports: frame.imports,
      controllers: [
        ...moneyPages,
        ...visitControllers,
        ...myBookingsPages,
        ...guestPages,
        ...waitingListControllers,
        ...cataloguePages,
        ...conferencePages,
        ...settingUpPages,
        ...runningPages,
        descriptionController(api),
        ...bookingControllers,
        ...doubleBookingControllers,
        ...atOnceControllers,
        ...bookingPages,
        ...changingControllers,
        ...cancellingControllers,
        ...peopleControllers,
        mailTemplatesController(mailSamples),
        assetsController('/conference/assets', islands),
        ...messageControllers,
      ],
      providers: [
        ...frame.providers,
        ...catalogueProviders,
        ...linkProviders,
        ...placeProviders,
        ...waitingListProviders,
        ...guestProviders,
        ...retentionProviders,
        ...bookingProviders,
        ...atOnceProviders,
        ...bookingPageProviders,
        ...changingProviders,
        ...cancellingProviders,
        ...myBookingsProviders,
        ...doubleBookingProviders,
        shiftsAsked,
        ...tellingProviders,
        ...conferenceProviders,
        ...settingUpProviders,
        ...runningProviders,
        ...mailingProviders('conference-registration'),
        ...moneyProviders,
        ...visitProviders,
        ...peopleProviders(
          {
            app: 'conference-registration',
            title: 'What conference registration knows of you',
            organisationsTitle: 'Organisations that you can book for',
            contactTitle: 'Looks after its bookings',
            log: parts.log,
          },
          personParts,
        ),
        ...messaging(parts, 'conference-registration', handlers, schedules),
      ],
    };
  }
}
