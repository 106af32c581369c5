import { z } from 'zod';
import { noteStatuses, signings } from '../domain/learning-note.js';

export const noteInput = z
  .strictObject({
    title: z.string(),
    text: z.string().meta({ description: 'Markdown.' }),
    signed: z.string().default('nobody').meta({ description: '`name`, `organisation` or `nobody`.' }),
    hasConsented: z.boolean().meta({ description: 'That everybody may read it.' }),
    isHandedIn: z.boolean().meta({ description: 'Whether staff read it; else it is a draft.' }),
  })
  .meta({ id: 'LearningNoteInput' });

const note = z.strictObject({
  title: z.string(),
  text: z.string(),
  signed: z.enum(signings),
  status: z.enum(noteStatuses),
  consentAt: z.string().nullable(),
  publishedAt: z.string().nullable(),
  version: z.int().meta({ description: '0 while nothing is written.' }),
});

export const ownNoteOutput = note.meta({ id: 'OwnLearningNote' });

export const handedInOutput = note
  .extend({
    id: z.uuid().meta({ description: 'The traveller whose it is.' }),
    name: z.string(),
    organisation: z.string(),
  })
  .meta({ id: 'LearningNote' });

export const notesOutput = z
  .strictObject({ items: z.array(handedInOutput), drafts: z.int() })
  .meta({ id: 'LearningNotes' });

export const learningOutput = z
  .strictObject({
    items: z.array(
      z.strictObject({
        title: z.string(),
        text: z.string().meta({ description: 'Markdown.' }),
        signature: z.string().meta({ description: 'Empty where nobody signs it.' }),
      }),
    ),
  })
  .meta({ id: 'PublishedLearning' });
