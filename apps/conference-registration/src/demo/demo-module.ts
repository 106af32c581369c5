import { Module, type DynamicModule } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import { Outbox } from '#messaging';
import { FindOrganisation, FindPerson } from '#people';
import {
  ChangeNotices,
  readSettings,
  secret,
  Transactions,
  uidDomain,
  type DemoClock,
  type Log,
} from '#platform';
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
import { AskForMail } from '../mails/ask-for-mail.js';
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
import { CLOCK, LOG, SETTINGS } from '../tokens.js';
import { waitingListProviders } from '../waiting-list/waiting-list.js';

const settings = { UID_DOMAIN: uidDomain, LINK_SECRET: secret, ...sellerSettings } as const;

/** Nobody is written to about what never happened; calendars and other apps are told, as they show it. */
const noMail: Pick<AskForMail, 'run' | 'all'> = { run: async () => {}, all: async () => {} };

/** The use cases that the demonstration is made with, without pages, mails or anything that runs by itself. */
@Module({})
export class DemoModule {
  static with(dataSource: DataSource, clock: DemoClock, url: string, log: Log): DynamicModule {
    return {
      module: DemoModule,
      global: true,
      imports: [
        TypeOrmModule.forRootAsync({
          useFactory: () => dataSource.options,
          dataSourceFactory: () => Promise.resolve(dataSource),
        }),
      ],
      providers: [
        { provide: CLOCK, useValue: clock.now },
        { provide: LOG, useValue: log },
        {
          provide: SETTINGS,
          useValue: { ...readSettings(settings, process.env), PUBLIC_URL: 'http://localhost' },
        },
        { provide: Outbox, useValue: new Outbox('conference-registration') },
        { provide: ChangeNotices, useValue: new ChangeNotices(url, 'conference_registration_changed', log) },
        { provide: AskForMail, useValue: noMail },
        Transactions,
        ...catalogueProviders,
        ...linkProviders,
        ...placeProviders,
        ...waitingListProviders,
        ...tellingProviders,
        ...moneyProviders,
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
