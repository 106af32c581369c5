import { Module, type DynamicModule } from '@nestjs/common';
import { ForgetIdempotencyKeys, messageControllers, messaging, mailTemplatesController } from '#messaging';
import { assetsController, pageServiceFrame, type PageServiceParts } from '#ui';
import { apiControllers, apiQueries } from './api/api.js';
import { islands } from './assets/islands.js';
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
import { mailSamples } from './mail-templates/mail-samples.js';
import { membersPages, membersProviders, messageHandlers } from './members/members.js';
import { managingPages, managingProviders } from './managing/managing.js';
import { personalFeedPages, personalFeedProviders } from './personal-feeds/personal-feeds.js';
import { EventPage } from './reading/pages/event.page.js';
import { ReadEvent } from './reading/read-event.js';
import { SubscribePage } from './subscribing/pages/subscribe.page.js';
import { reminderPages, reminderProviders, reminderSchedules } from './reminders/reminding.js';
import type { CalendarSettings } from './settings.js';
import { shownPages, shownProviders, thingsAsked } from './shown/shown.js';
import { standHandlers, standProviders, standSchedules } from './stands/stands.js';
import { visitHandlers, visitProviders, visitSchedules } from './visits/visits.js';

/** What is done again and again. */
const schedules = [
  ...importSchedules,
  ...followingSchedules,
  ...reminderSchedules,
  ...standSchedules,
  ...visitSchedules,
  ForgetIdempotencyKeys,
];

@Module({})
export class EventsCalendarModule {
  static with(parts: PageServiceParts<CalendarSettings>): DynamicModule {
    const frame = pageServiceFrame(parts);
    return {
      module: EventsCalendarModule,
      global: true,
      imports: frame.imports,
      controllers: [
        WhatsOnPage,
        ArchivePage,
        MonthPage,
        EventPage,
        SubscribePage,
        SitemapController,
        UpcomingFragment,
        FeedsController,
        assetsController('/calendar/assets', islands),
        mailTemplatesController(mailSamples),
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
        ...frame.providers,
        EventMessages,
        EventsRepository,
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
        thingsAsked,
        ...conferenceProviders,
        ...standProviders,
        ...visitProviders,
        ...messaging(
          parts,
          'events-calendar',
          [
            ...messageHandlers,
            ...followingHandlers,
            ...conferenceHandlers,
            ...standHandlers,
            ...visitHandlers,
          ],
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
      ],
    };
  }
}
