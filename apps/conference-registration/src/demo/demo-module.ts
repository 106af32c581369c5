import { Module, type DynamicModule } from '@nestjs/common';
import type { DataSource } from 'typeorm';
import { demonstrationFrame } from '#messaging';
import { FindOrganisation, FindPerson } from '#people';
import { readSettings, secret, uidDomain, type DemoClock, type Log } from '#platform';
import { AllocationsRepository } from '../allocations/allocations.repository.js';
import { ChangeAllocations } from '../allocations/change-allocations.js';
import { ReadBooking } from '../booking-page/read-booking.js';
import { BeginBooking } from '../bookings/begin-booking.js';
import { BookingHistory } from '../bookings/booking-history.js';
import { FindCustomer } from '../bookings/customer.js';
import { FindBooking } from '../bookings/find-booking.js';
import { ResumeBooking } from '../bookings/resume-booking.js';
import { cancellingProviders } from '../cancelling/cancelling.js';
import { catalogueProviders } from '../catalogue/catalogue.js';
import { ChangeMails } from '../changing/change-mails.js';
import { WriteChange } from '../changing/write-change.js';
import { codeProviders } from '../codes/codes.js';
import { ChangeConference } from '../conferences/change-conference.js';
import { ChangeConferenceStatus } from '../conferences/change-conference-status.js';
import { ConferenceHistory } from '../conferences/conference-history.js';
import { CreateConference } from '../conferences/create-conference.js';
import { EndConferences } from '../conferences/end-conferences.js';
import { StaffConferences } from '../conferences/staff-conferences.js';
import { ConfirmBooking } from '../confirming/confirm-booking.js';
import { WriteConfirmationMails } from '../confirming/write-confirmation-mails.js';
import { ChangeTickets } from '../delegates/change-tickets.js';
import { DelegateLinks } from '../delegates/delegate-links.js';
import { SaveDelegate } from '../delegates/save-delegate.js';
import { linkProviders } from '../links/links.js';
import { moneyProviders } from '../money/money.js';
import { sellerSettings } from '../money/seller.js';
import { ChoosePayment } from '../payment/choose-payment.js';
import { placeProviders } from '../places/places.js';
import { poolProviders } from '../pools/pools.js';
import { AnswerStore } from '../questions/answer-store.js';
import { questionProviders } from '../questions/set-up/questions.js';
import { OrganisationChoices } from '../set-up/organisation-choices.js';
import { SetUp } from '../set-up/set-up.js';
import { tellingProviders } from '../telling/telling.js';
import { ticketProviders } from '../tickets/tickets.js';
import { visitProviders } from '../visits/visits.js';
import { waitingListProviders } from '../waiting-list/waiting-list.js';

const settings = { UID_DOMAIN: uidDomain, LINK_SECRET: secret, ...sellerSettings } as const;

/** The use cases that the demonstration is made with, without pages, mails or anything that runs by itself. */
@Module({})
export class DemoModule {
  static with(dataSource: DataSource, clock: DemoClock, databaseUrl: string, log: Log): DynamicModule {
    const frame = demonstrationFrame({
      app: 'conference-registration',
      dataSource,
      databaseUrl,
      changeChannel: 'conference_registration_changed',
      clock,
      log,
      settings: readSettings(settings, process.env),
    });
    return {
      ...frame,
      module: DemoModule,
      providers: [
        ...frame.providers,
        ...catalogueProviders,
        ...linkProviders,
        ...placeProviders,
        ...waitingListProviders,
        ...tellingProviders,
        ...moneyProviders,
        ...visitProviders,
        ...cancellingProviders,
        ...ticketProviders,
        ...poolProviders,
        ...codeProviders,
        ...questionProviders,
        FindOrganisation,
        FindPerson,
        SetUp,
        OrganisationChoices,
        AllocationsRepository,
        ChangeAllocations,
        ChangeConference,
        ChangeConferenceStatus,
        ConferenceHistory,
        CreateConference,
        EndConferences,
        StaffConferences,
        BookingHistory,
        FindBooking,
        FindCustomer,
        BeginBooking,
        ResumeBooking,
        ReadBooking,
        AnswerStore,
        ChangeTickets,
        SaveDelegate,
        DelegateLinks,
        ChoosePayment,
        ConfirmBooking,
        { provide: WriteConfirmationMails, useValue: { toBooker: () => [], toDelegates: () => [] } },
        WriteChange,
        ChangeMails,
      ],
    };
  }
}
