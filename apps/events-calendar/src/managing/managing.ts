import { RunOnce } from '#platform';
import { FindClashes } from './find-clashes.js';
import { FindEvents } from './find-events.js';
import { FindReplacements } from './find-replacements.js';
import { FindWarnings } from './find-warnings.js';
import { CancelOccurrencePage } from './pages/cancel-occurrence.page.js';
import { ChangeStatusPage } from './pages/change-status.page.js';
import { DeleteDraftPage } from './pages/delete-draft.page.js';
import { DuplicateEventPage } from './pages/duplicate-event.page.js';
import { EditEventAnswers } from './pages/edit-event.answers.js';
import { EditEventPage } from './pages/edit-event.page.js';
import { ListEventsPage } from './pages/list-events.page.js';
import { ManageEventPage } from './pages/manage-event.page.js';
import { NewEventPage } from './pages/new-event.page.js';
import { ReadStaffEvent } from './read-staff-event.js';
import { SeriesChoices } from './series-choices.js';

/** The pages on which staff keep the calendar. */
export const managingPages = [
  ListEventsPage,
  NewEventPage,
  ManageEventPage,
  EditEventPage,
  CancelOccurrencePage,
  ChangeStatusPage,
  DeleteDraftPage,
  DuplicateEventPage,
];

/** What those pages are made with. */
export const managingProviders = [
  EditEventAnswers,
  FindClashes,
  FindEvents,
  FindReplacements,
  FindWarnings,
  ReadStaffEvent,
  RunOnce,
  SeriesChoices,
];
