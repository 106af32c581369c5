import { LearningNoteRow } from './learning-note.entity.js';

export const learningNoteEntities = [LearningNoteRow];
