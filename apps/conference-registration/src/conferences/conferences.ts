import { ListManaged } from './list-managed.js';
import { FindHost } from './find-host.js';
import { HostChoices } from './host-choices.js';
import { ReadReadiness } from './read-readiness.js';
import { PageConferences } from './api/page-conferences.js';
import { ConferencesController } from './api/conferences.controller.js';
import { ListManagedPage } from './pages/list-managed.page.js';
import { NewConferencePage } from './pages/new-conference.page.js';
import { EditConferencePage } from './pages/edit-conference.page.js';
import { CopyConferencePage } from './pages/copy-conference.page.js';
import { ChangeConferenceStatusPage } from './pages/change-status.page.js';
import { DeleteConferencePage } from './pages/delete-conference.page.js';
import { ConferenceHistoryPage } from './pages/history.page.js';
import { PreviewConferencePage } from './pages/preview-conference.page.js';
import { OnConferenceLinked } from './messages/on-conference-linked.js';
import { ManageConferencePage } from './pages/manage-conference.page.js';
import { ChangeConferenceStatus } from './change-conference-status.js';
import { ChangeConference } from './change-conference.js';
import { ConferenceHistory } from './conference-history.js';
import { ConferenceRevisionRow } from './conference-revision.entity.js';
import { ConferenceRow } from './conference.entity.js';
import { CopyConference } from './copy-conference.js';
import { CreateConference } from './create-conference.js';
import { DeleteConferenceDraft } from './delete-conference-draft.js';
import { EditConference } from './edit-conference.js';
import { EndConferences } from './end-conferences.js';
import { StaffConferences } from './staff-conferences.js';

/** Conferences themselves, and the history of their set-up. */
export const conferenceEntities = [ConferenceRow, ConferenceRevisionRow];

export const conferenceProviders = [
  ChangeConference,
  ChangeConferenceStatus,
  ConferenceHistory,
  CopyConference,
  CreateConference,
  DeleteConferenceDraft,
  EditConference,
  FindHost,
  HostChoices,
  ListManaged,
  PageConferences,
  ReadReadiness,
  StaffConferences,
];

/** What is done when the calendar tells of conferences. */
export const conferenceHandlers = [OnConferenceLinked];

/** What is done for conferences by the clock. */
export const conferenceSchedules = [EndConferences];

/** The pages on which staff set conferences up, and the same for programs. */
export const conferencePages = [
  ListManagedPage,
  NewConferencePage,
  ManageConferencePage,
  EditConferencePage,
  CopyConferencePage,
  ChangeConferenceStatusPage,
  DeleteConferencePage,
  ConferenceHistoryPage,
  PreviewConferencePage,
  ConferencesController,
];
