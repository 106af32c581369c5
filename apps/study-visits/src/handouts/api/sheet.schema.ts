import { z } from 'zod';
import { paperOutput } from '../../papers/api/papers.schema.js';

const text = z.string();
const instant = z.iso.datetime();

const guests = z
  .strictObject({
    named: z
      .array(z.strictObject({ name: text, organisation: text, leads: z.boolean(), isNew: z.boolean() }))
      .meta({ description: 'Those who agreed to be named to hosts.' }),
    note: text.meta({ description: 'How many others come.' }),
    left: z.int().meta({ description: 'How many were named before and are not any more.' }),
  })
  .nullable();

export const openedSheetOutput = z
  .strictObject({
    paper: paperOutput,
    guests,
    visit: text.meta({ description: 'Its title.' }),
    linkEndsAt: instant.meta({ description: 'The first instant at which the link leads nowhere any more.' }),
  })
  .meta({ id: 'OpenedSheet' });

export const sheetLinkOutput = z
  .strictObject({
    id: z.uuid(),
    path: text.meta({ description: 'Where it leads; whoever knows it reads the sheet.' }),
    endsAt: instant,
    isOpen: z.boolean(),
    sentAt: instant.nullable(),
    sentTo: text.nullable(),
    sentNumber: z.int().nullable().meta({ description: 'Which version there was when it was mailed.' }),
    openedAt: instant.nullable(),
    openedNumber: z.int().nullable(),
  })
  .meta({ id: 'SheetLink' });

const listed = {
  kind: z.enum(['host', 'interpreter']),
  id: z.uuid().meta({ description: 'Of the host or the interpreter.' }),
  name: text,
  notes: text,
  showsNeeds: z.boolean(),
  version: z.int().meta({ description: 'Of what staff say on it; 0: nothing yet.' }),
  planned: z.int().meta({ description: 'How many items that take place are on it.' }),
  changedSinceSent: z.boolean().nullable().meta({ description: '`null`: it was not mailed.' }),
  link: sheetLinkOutput.nullable(),
};

export const sheetsOutput = z.strictObject({ items: z.array(z.strictObject(listed)) }).meta({ id: 'Sheets' });

export const sheetOutput = z.strictObject({ ...listed, paper: paperOutput, guests }).meta({ id: 'Sheet' });

export const sheetInput = z
  .strictObject({
    notes: text.default('').meta({ description: 'Plain text; whoever has the sheet reads it.' }),
    showsNeeds: z
      .boolean()
      .default(false)
      .meta({ description: 'Whether it says how many eat or need something of their own.' }),
  })
  .meta({ id: 'SheetInput' });

export const sendInput = z
  .strictObject({
    to: text.meta({ description: 'One of the addresses of the host’s contacts, or the interpreter’s.' }),
  })
  .meta({ id: 'SendSheetInput' });

export const sentOutput = z
  .strictObject({
    id: z.uuid(),
    version: z.int(),
    sentNumber: z.int().meta({ description: 'Which version of the sheet there was.' }),
  })
  .meta({ id: 'SentSheet' });
