import { z } from 'zod';
import { markKinds, mostOver } from '../domain/mark.js';

const text = z.string();
const id = z.uuid();
const instant = z.iso.datetime();

const leave = z
  .strictObject({
    allowedBy: text.meta({ description: 'Who said that they may.' }),
    place: text,
    until: text.nullable().default(null).meta({ description: 'In words: `7pm`.' }),
  })
  .meta({ id: 'HeadCountLeave' });

const markInput = z
  .strictObject({
    id: id.meta({
      description: 'Made by whoever sends it: the same mark is taken once, however often it is sent.',
    }),
    travellerId: id,
    kind: z.enum(markKinds).meta({ description: '`open` takes back what was said.' }),
    leave: leave.nullable().default(null).meta({ description: 'Needed with `elsewhere`.' }),
    over: z.array(id).max(mostOver).default([]).meta({
      description:
        'The marks of the same traveller that were known where it was made. It takes their place; of others it takes none.',
    }),
    madeAt: instant.meta({ description: 'By the clock of the phone.' }),
  })
  .meta({ id: 'HeadCountMarkInput' });

export const marksInput = z
  .strictObject({ marks: z.array(markInput).max(500) })
  .meta({ id: 'HeadCountMarksInput' });

export const closeInput = z
  .strictObject({
    decision: text.default('').meta({ description: 'What was decided about those who are missing.' }),
  })
  .meta({ id: 'HeadCountCloseInput' });

export const reopenInput = z.strictObject({ why: text }).meta({ id: 'HeadCountReopenInput' });

export const stepsInput = z.strictObject({ steps: z.array(text).max(50) }).meta({ id: 'MissingStepsInput' });

export const stepsOutput = z
  .strictObject({
    steps: z.array(text),
    areUsual: z.boolean().meta({ description: 'Whether nobody wrote others for this visit.' }),
    version: z.int(),
  })
  .meta({ id: 'MissingSteps' });

const numbers = z
  .strictObject({
    here: z.int(),
    elsewhere: z.int(),
    missing: z.int(),
    open: z.int().meta({ description: 'Not counted yet.' }),
    contradiction: z
      .int()
      .meta({ description: 'Of whom different things are said; somebody has to settle it.' }),
  })
  .meta({ id: 'HeadCountNumbers' });

const thing = {
  id,
  kind: z.enum(['leg', 'item']),
  title: text,
  startsAt: instant,
  zone: text,
  endsAt: instant,
  endZone: text,
  place: text,
  isCancelled: z.boolean(),
};

export const countsOutput = z
  .strictObject({
    items: z.array(
      z
        .strictObject({ ...thing, expected: z.int(), numbers, closedAt: instant.nullable() })
        .meta({ id: 'ListedHeadCount' }),
    ),
  })
  .meta({ id: 'HeadCounts' });

const mark = z
  .strictObject({
    id,
    travellerId: id,
    kind: z.enum(markKinds),
    leave: z.strictObject({ allowedBy: text, place: text, until: text.nullable() }).nullable(),
    over: z.array(id),
    madeAt: instant,
    receivedAt: instant,
    by: text,
  })
  .meta({ id: 'HeadCountMark' });

const person = z
  .strictObject({
    travellerId: id,
    name: text,
    organisation: text,
    phone: text.nullable(),
    state: z.enum([...markKinds, 'contradiction']),
    standing: z.array(id).meta({ description: 'The marks of which no other takes the place.' }),
  })
  .meta({ id: 'CountedPerson' });

const closing = z
  .strictObject({
    closedAt: instant,
    by: text,
    here: z.int(),
    elsewhere: z.int(),
    missing: z.int(),
    decision: text.nullable(),
    people: z
      .array(z.strictObject({ travellerId: id, kind: z.enum(['here', 'elsewhere', 'missing']) }))
      .meta({ description: 'None once they are erased, 30 days after the visit.' }),
    reopenedAt: instant.nullable(),
    reopenedBy: text.nullable(),
    reopenedWhy: text.nullable(),
  })
  .meta({ id: 'HeadCountClosing' });

export const countOutput = z
  .strictObject({
    ...thing,
    version: z
      .int()
      .meta({ description: 'Rises with each mark that comes, with closing and opening again.' }),
    closedAt: instant.nullable(),
    numbers,
    isAccounted: z.boolean(),
    people: z.array(person),
    marks: z.array(mark),
    closings: z.array(closing),
  })
  .meta({ id: 'HeadCount' });

export const takenOutput = z
  .strictObject({
    count: countOutput,
    refused: z.array(z.strictObject({ id: text, field: text, code: text, message: text })).meta({
      description: 'Marks that are not taken, for good; all others are.',
    }),
  })
  .meta({ id: 'TakenMarks' });

export const contactOutput = z
  .strictObject({
    contact: z
      .strictObject({ name: text, relation: text, phone: text, email: text.nullable() })
      .nullable()
      .meta({ description: '`null`: they named nobody.' }),
  })
  .meta({ id: 'MissingPersonContact' });
