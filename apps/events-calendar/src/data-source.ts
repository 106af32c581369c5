import type { DataSource } from 'typeorm';
import { messageEntities, retellingEntities, scheduleEntities } from '#messaging';
import { postgresDataSource } from '#platform';
import { conferenceEntities } from './conferences/conference-entities.js';
import { EventRow } from './events/event.entity.js';
import { OccurrenceRow } from './events/occurrence.entity.js';
import { RevisionRow } from './events/revision.entity.js';
import { SeriesRow } from './events/series.entity.js';
import { FollowRow } from './following/follow.entity.js';
import { NoticeRow } from './following/notice.entity.js';
import { ToldMailingRow } from './following/told-mailing.entity.js';
import { ImportEntity } from './imports/import.entity.js';
import { ImportRowEntity } from './imports/import-row.entity.js';
import { membersEntities } from './members/members-entities.js';
import { CreateEvents1763769600000 } from './migrations/1763769600000-create-events.js';
import { CreateIdempotencyKeys1763773200000 } from './migrations/1763773200000-create-idempotency-keys.js';
import { CreateImports1763776800000 } from './migrations/1763776800000-create-imports.js';
import { CreateMessageTables1763780450000 } from './migrations/1763780450000-create-message-tables.js';
import { KeepWhatMembersTells1763780451000 } from './migrations/1763780451000-keep-what-members-tells.js';
import { CreatePersonalFeeds1763780452000 } from './migrations/1763780452000-create-personal-feeds.js';
import { SayWhoActedForWhom1763780453000 } from './migrations/1763780453000-say-who-acted-for-whom.js';
import { TimeMessages1763780485000 } from './migrations/1763780485000-time-messages.js';
import { CreateScheduleRuns1763780486000 } from './migrations/1763780486000-create-schedule-runs.js';
import { CreateFollows1763780490000 } from './migrations/1763780490000-create-follows.js';
import { CreateReminders1763780495000 } from './migrations/1763780495000-create-reminders.js';
import { TellPublicationsTogether1763780497000 } from './migrations/1763780497000-tell-publications-together.js';
import { KeepConferences1763780500000 } from './migrations/1763780500000-keep-conferences.js';
import { ShowStands1763780510000 } from './migrations/1763780510000-show-stands.js';
import { KnowDaysOfDelegates1763780511000 } from './migrations/1763780511000-know-days-of-delegates.js';
import { AskForWhatIsToCome1764109000000 } from './migrations/1764109000000-ask-for-what-is-to-come.js';
import { ShowVisits1765100700000 } from './migrations/1765100700000-show-visits.js';
import { ShowOwnItems1765101400000 } from './migrations/1765101400000-show-own-items.js';
import { PersonalFeedRow } from './personal-feeds/personal-feed.entity.js';
import { FollowReminderRow } from './reminders/follow-reminder.entity.js';
import { SentReminderRow } from './reminders/sent-reminder.entity.js';
import { ShownThingRow } from './shown/shown-thing.entity.js';
import { StandShiftRow } from './stands/stand-shift.entity.js';
import { VisitItemRow } from './visits/visit-item.entity.js';
import { VisitTravellerRow } from './visits/visit-traveller.entity.js';

/** @param databaseUrl the address of the service's own role */
export function createDataSource(databaseUrl: string): DataSource {
  return postgresDataSource({
    url: databaseUrl,
    schema: 'events_calendar',
    entities: [
      EventRow,
      OccurrenceRow,
      RevisionRow,
      SeriesRow,
      ImportEntity,
      ImportRowEntity,
      ...membersEntities,
      PersonalFeedRow,
      FollowRow,
      NoticeRow,
      ToldMailingRow,
      FollowReminderRow,
      SentReminderRow,
      ShownThingRow,
      ...conferenceEntities,
      StandShiftRow,
      VisitTravellerRow,
      VisitItemRow,
      ...messageEntities,
      ...scheduleEntities,
      ...retellingEntities,
    ],
    migrations: [
      CreateEvents1763769600000,
      CreateIdempotencyKeys1763773200000,
      CreateImports1763776800000,
      CreateMessageTables1763780450000,
      KeepWhatMembersTells1763780451000,
      CreatePersonalFeeds1763780452000,
      SayWhoActedForWhom1763780453000,
      TimeMessages1763780485000,
      CreateScheduleRuns1763780486000,
      CreateFollows1763780490000,
      CreateReminders1763780495000,
      TellPublicationsTogether1763780497000,
      KeepConferences1763780500000,
      ShowStands1763780510000,
      KnowDaysOfDelegates1763780511000,
      AskForWhatIsToCome1764109000000,
      ShowVisits1765100700000,
      ShowOwnItems1765101400000,
    ],
  });
}
