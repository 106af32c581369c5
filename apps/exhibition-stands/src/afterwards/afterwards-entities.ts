import { FeedbackRow } from './feedback/feedback.entity.js';
import { NoteRow } from './notes/note.entity.js';
import { ThanksRow, ThanksWordsRow } from './thanks/thanks.entities.js';

export const afterwardsEntities = [ThanksWordsRow, ThanksRow, FeedbackRow, NoteRow];
