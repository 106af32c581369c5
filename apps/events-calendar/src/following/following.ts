import { Compose } from './compose.js';
import { Follow } from './follow.js';
import { ForgetToldNotices } from './forget-told-notices.js';
import { ListFollows } from './list-follows.js';
import { OnEventCancelled } from './messages/on-event-cancelled.js';
import { OnEventChanged } from './messages/on-event-changed.js';
import { OnEventPublished } from './messages/on-event-published.js';
import { NoteChange } from './note-change.js';
import { NotePublication } from './note-publication.js';
import { FollowPage } from './pages/follow.page.js';
import { FollowingPage } from './pages/following.page.js';
import { StopFollowingPage } from './pages/stop-following.page.js';
import { ReadFollowers } from './read-followers.js';
import { StopFollowing } from './stop-following.js';
import { TellFollowers } from './tell-followers.js';
import { TellFollowersSchedule } from './tell-followers.schedule.js';
import { TellChanges } from './tell-changes.js';
import { TellPublications } from './tell-publications.js';

/** What handles the calendar's own messages for those who follow its events. */
export const followingHandlers = [OnEventPublished, OnEventChanged, OnEventCancelled];

/** What is done for followers by the clock. */
export const followingSchedules = [TellFollowersSchedule, ForgetToldNotices];

/** The pages on which people follow events. */
export const followingPages = [FollowPage, FollowingPage, StopFollowingPage];

export const followingProviders = [
  Compose,
  Follow,
  StopFollowing,
  ListFollows,
  ReadFollowers,
  NoteChange,
  NotePublication,
  TellFollowers,
  TellChanges,
  TellPublications,
];
