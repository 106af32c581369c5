import { Module, type DynamicModule } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { Temporal } from 'temporal-polyfill';
import { ForgetIdempotencyKeys, messageControllers, messaging } from '#messaging';
import { ChangeNotices, PublicResponses, Transactions } from '#platform';
import { Site, type PageServiceParts } from '#ui';
import { apiControllers, apiQueries } from './api/api.js';
import { AssetsController } from './assets/assets.controller.js';
import { conferenceHandlers, conferenceProviders } from './conferences/conferences.js';
import { ChangeStatus } from './events/change-status.js';
import { CreateEvent } from './events/create-event.js';
import { DeleteDraft } from './events/delete-draft.js';
import { CancelOccurrence } from './events/cancel-occurrence.js';
import { DuplicateEvent } from './events/duplicate-event.js';
import { EditEvent } from './events/edit-event.js';
import { EventMessages } from './events/event-messages.js';
import { EventsRepository } from './events/events.repository.js';
import { ExportsController } from './exports/exports.controller.js';
import { FindExported } from './exports/find-exported.js';
import { FeedStore } from './feeds/feed-store.js';
import { FeedsController } from './feeds/feeds.controller.js';
import {
  followingHandlers,
  followingPages,
  followingProviders,
  followingSchedules,
} from './following/following.js';
import { UpcomingFragment } from './fragments/upcoming.fragment.js';
import { importPages, importProviders, importSchedules } from './imports/imports.js';
import { ListChoicesQuery } from './listing/list-choices.js';
import { ListOccurrences } from './listing/list-occurrences.js';
import { ListPublicAddresses } from './listing/list-public-addresses.js';
import { ListSeries } from './listing/list-series.js';
import { ArchivePage } from './listing/pages/archive.page.js';
import { MonthPage } from './listing/pages/month.page.js';
import { WhatsOnPage } from './listing/pages/whats-on.page.js';
import { SitemapController } from './listing/sitemap.controller.js';
import { MailTemplatesController } from './mail-templates/mail-templates.controller.js';
import { membersPages, membersProviders, messageHandlers } from './members/members.js';
import { managingPages, managingProviders } from './managing/managing.js';
import { personalFeedPages, personalFeedProviders } from './personal-feeds/personal-feeds.js';
import { EventPage } from './reading/pages/event.page.js';
import { ReadEvent } from './reading/read-event.js';
import { SubscribePage } from './subscribing/pages/subscribe.page.js';
import { reminderPages, reminderProviders, reminderSchedules } from './reminders/reminding.js';
import type { CalendarSettings } from './settings.js';
import { shownPages, shownProviders } from './shown/shown.js';
import { standHandlers, standProviders } from './stands/stands.js';
import { CLOCK, LOG, SETTINGS, type Clock } from './tokens.js';

/** What is done again and again. */
const schedules = [...importSchedules, ...followingSchedules, ...reminderSchedules, ForgetIdempotencyKeys];

const now: Clock = () => Temporal.Now.instant();

@Module({})
export class EventsCalendarModule {
  static with(parts: PageServiceParts<CalendarSettings>): DynamicModule {
    const { dataSource } = parts;
    return {
      module: EventsCalendarModule,
      global: true,
      imports: [
        TypeOrmModule.forRootAsync({
          useFactory: () => dataSource.options,
          dataSourceFactory: () => dataSource.initialize(),
        }),
      ],
      controllers: [
        WhatsOnPage,
        ArchivePage,
        MonthPage,
        EventPage,
        SubscribePage,
        SitemapController,
        UpcomingFragment,
        FeedsController,
        AssetsController,
        MailTemplatesController,
        ...managingPages,
        ...shownPages,
        ...importPages,
        ExportsController,
        ...personalFeedPages,
        ...followingPages,
        ...reminderPages,
        ...membersPages,
        ...apiControllers,
        ...messageControllers,
      ],
      providers: [
        EventMessages,
        EventsRepository,
        Transactions,
        CreateEvent,
        ChangeStatus,
        DeleteDraft,
        DuplicateEvent,
        EditEvent,
        CancelOccurrence,
        ...managingProviders,
        ...importProviders,
        ...personalFeedProviders,
        ...followingProviders,
        ...reminderProviders,
        ...membersProviders,
        ...shownProviders,
        ...conferenceProviders,
        ...standProviders,
        ...messaging(
          parts,
          'events-calendar',
          [...messageHandlers, ...followingHandlers, ...conferenceHandlers, ...standHandlers],
          schedules,
        ),
        FindExported,
        FeedStore,
        ListChoicesQuery,
        ListOccurrences,
        ListPublicAddresses,
        ListSeries,
        ReadEvent,
        ...apiQueries,
        { provide: SETTINGS, useValue: parts.settings },
        { provide: LOG, useValue: parts.log },
        { provide: CLOCK, useValue: now },
        { provide: Site, useValue: parts.site },
        { provide: PublicResponses, useValue: parts.publicResponses },
        { provide: ChangeNotices, useValue: parts.notices },
      ],
    };
  }
}
