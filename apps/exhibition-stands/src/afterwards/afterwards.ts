import { AfterwardsController } from './api/afterwards.controller.js';
import { FeedbackLinksController } from './api/feedback-links.controller.js';
import { NotesController } from './api/notes.controller.js';
import { AnswerFeedback } from './feedback/answer-feedback.js';
import { ForgetFeedback } from './feedback/forget-feedback.schedule.js';
import { OwnFeedbackLink } from './feedback/own-feedback-link.js';
import { ReadFeedback } from './feedback/read-feedback.js';
import { ReadHours } from './hours/read-hours.js';
import { KeepNotes } from './notes/keep-notes.js';
import { ReadNotes } from './notes/read-notes.js';
import { AfterwardsPage } from './pages/afterwards.page.js';
import { FeedbackPage } from './pages/feedback.page.js';
import { HoursPage } from './pages/hours.page.js';
import { NoteFormsPage } from './pages/note-forms.page.js';
import { NoteTaskPage } from './pages/note-task.page.js';
import { NotesPage } from './pages/notes.page.js';
import { OwnFeedbackPage } from './pages/own-feedback.page.js';
import { ThanksPage } from './pages/thanks.page.js';
import { ReadAfterwards } from './summary/read-afterwards.js';
import { ReadLeftBehind } from './summary/read-left-behind.js';
import { ReadPrompts } from './summary/read-prompts.js';
import { KeepThanksWords } from './thanks/keep-thanks-words.js';
import { PreviewThanks } from './thanks/preview-thanks.js';
import { ReadThanks } from './thanks/read-thanks.js';
import { SendThanks } from './thanks/send-thanks.js';
import { ThanksMails } from './thanks/thanks-mails.js';

/** The pages about what an exhibition came to, and the same for programs. */
export const afterwardsPages = [
  AfterwardsPage,
  HoursPage,
  ThanksPage,
  FeedbackPage,
  NoteFormsPage,
  NotesPage,
  NoteTaskPage,
  OwnFeedbackPage,
  AfterwardsController,
  NotesController,
  FeedbackLinksController,
];

export const afterwardsProviders = [
  AnswerFeedback,
  KeepNotes,
  KeepThanksWords,
  OwnFeedbackLink,
  PreviewThanks,
  ReadAfterwards,
  ReadFeedback,
  ReadHours,
  ReadLeftBehind,
  ReadNotes,
  ReadPrompts,
  ReadThanks,
  SendThanks,
  ThanksMails,
];

/** What is done by the clock. */
export const afterwardsSchedules = [ForgetFeedback];
