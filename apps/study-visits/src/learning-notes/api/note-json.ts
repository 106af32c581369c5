import type { z } from 'zod';
import { instantOf } from '#platform';
import type { LearningNoteRow } from '../learning-note.entity.js';
import type { ownNoteOutput } from './note.schema.js';

/** A note as programs read it. */
export const noteJson = (row: LearningNoteRow): z.output<typeof ownNoteOutput> => ({
  title: row.title,
  text: row.text,
  signed: row.signed,
  status: row.status,
  consentAt: row.consentAt && instantOf(row.consentAt).toString(),
  publishedAt: row.publishedAt && instantOf(row.publishedAt).toString(),
  version: row.version,
});

/** What stands there while nothing is written. */
export const blankNote: z.output<typeof ownNoteOutput> = {
  title: '',
  text: '',
  signed: 'nobody',
  status: 'draft',
  consentAt: null,
  publishedAt: null,
  version: 0,
};
