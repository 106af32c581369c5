import { NotesController } from './api/notes.controller.js';
import { OwnNoteController } from './api/own-note.controller.js';
import { ForgetNoteDrafts } from './forget-drafts.schedule.js';
import { KeepOwnNote } from './own-note.js';
import { LearningPage } from './pages/learning.page.js';
import { NotesPage } from './pages/notes.page.js';
import { OwnNotePage } from './pages/own-note.page.js';
import { PublishNote } from './publish-note.js';
import { ReadNotes } from './read-notes.js';

export const learningNotePages = [NotesPage, OwnNotePage, LearningPage, NotesController, OwnNoteController];

export const learningNoteProviders = [KeepOwnNote, ReadNotes, PublishNote];

export const learningNoteSchedules = [ForgetNoteDrafts];
