import { z } from 'zod';

export const noteInput = z.strictObject({ text: z.string() }).meta({ id: 'BookingNoteInput' });

export const noteOutput = z
  .strictObject({ id: z.uuid(), at: z.iso.datetime(), text: z.string(), by: z.string() })
  .meta({ id: 'BookingNote' });

export const notesOutput = z.strictObject({ items: z.array(noteOutput) });

export type NoteOutput = z.output<typeof noteOutput>;
