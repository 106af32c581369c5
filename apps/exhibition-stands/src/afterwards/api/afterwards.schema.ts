import { z } from 'zod';
import { agains, fairs } from '../domain/feedback.js';
import { noteKinds } from '../domain/note.js';
import { thanked } from '../thanks/send-thanks.js';

const text = z.string();
const id = z.uuid();
const instant = z.iso.datetime();
const count = z.int().min(0);
const minutes = count.meta({ description: 'Minutes that passed.' });

export const hoursOutput = z
  .strictObject({
    rule: text.meta({ description: 'Whose hours count.' }),
    minutes,
    people: z.array(
      z.strictObject({
        teamMemberId: id,
        name: text,
        organisation: text.nullable(),
        minutes,
        shifts: count,
        noShows: count,
        dropOuts: count,
      }),
    ),
    organisations: z.array(
      z.strictObject({
        organisationId: text.nullable().meta({
          description: 'As members knows it; null: it is known by its name alone, or there is none.',
        }),
        name: text.nullable().meta({ description: 'null: those who belong to none.' }),
        minutes,
        shifts: count,
        people: count,
      }),
    ),
  })
  .meta({ id: 'StandHours' });

const totals = z.strictObject({
  answers: count,
  ratings: z.array(count).meta({ description: 'How many gave 1, 2, 3, 4, 5.' }),
  average: z.number().nullable(),
  fair: z.strictObject({ yes: count, partly: count, no: count }),
  again: z.strictObject({ yes: count, maybe: count, no: count }),
});

export const afterwardsOutput = z
  .strictObject({
    exhibitionId: id,
    status: z.enum(['draft', 'published', 'over', 'cancelled']),
    neededMinutes: minutes,
    plannedMinutes: minutes,
    stoodMinutes: minutes,
    noShows: count,
    dropOuts: count,
    gaps: count,
    visitors: z.strictObject({ all: count, agreed: count }),
    guests: z.strictObject({ events: count, expected: count, arrived: count }),
    stockUsed: z.array(z.strictObject({ itemId: id, name: text, used: count })),
    leftBehind: z
      .array(z.strictObject({ itemId: id, name: text, quantity: count, placeCode: text, placeName: text }))
      .meta({ description: 'What is to be brought home.' }),
    costs: z.strictObject({ budgetPence: z.int(), actualPence: z.int(), expectedPence: z.int() }),
    toThank: z.strictObject({ people: count, organisations: count }),
    feedback: totals,
    openNotes: count,
  })
  .meta({ id: 'StandAfterwards' });

export const thanksInput = z
  .strictObject({ people: text, organisations: text })
  .meta({ id: 'StandThanksInput' });

export const thanksOutput = z
  .strictObject({
    id: id.meta({ description: 'The exhibition’s.' }),
    version: z.int(),
    people: text,
    organisations: text,
    preview: z.strictObject({
      person: z.strictObject({ to: text, subject: text, text }).nullable(),
      organisation: z.strictObject({ to: text, subject: text, text }).nullable(),
    }),
    whom: z.strictObject({
      people: z.array(
        z.strictObject({
          teamMemberId: id,
          name: text,
          minutes,
          why: z
            .enum(['thanked', 'did-not-stand', 'no-address', 'erased'])
            .nullable()
            .meta({ description: 'Why they get none; null: they get it.' }),
          sentAt: instant.nullable(),
        }),
      ),
      organisations: z.array(
        z.strictObject({
          organisationId: text.nullable(),
          name: text,
          contact: text.nullable(),
          minutes,
          why: z.enum(['thanked', 'not-known', 'no-contact']).nullable(),
          sentAt: instant.nullable(),
        }),
      ),
    }),
  })
  .meta({ id: 'StandThanks' });

export const sendingInput = z.strictObject({ whom: z.enum(thanked) }).meta({ id: 'StandThanksSendingInput' });

export const sendingOutput = z
  .strictObject({ whom: z.enum(thanked), sent: count })
  .meta({ id: 'StandThanksSending' });

const feedback = {
  rating: z.int().min(1).max(5),
  fair: z.enum(fairs).nullable(),
  wentWell: text,
  toChange: text,
  again: z.enum(agains),
  mayQuote: z.boolean(),
};

export const feedbackInput = z
  .strictObject({
    rating: z.int().meta({ description: '1 to 5; 5 is best.' }),
    fair: text
      .nullable()
      .default(null)
      .meta({ description: `Whether the rota was fair: ${fairs.join(', ')}.` }),
    wentWell: text.default(''),
    toChange: text.default(''),
    again: text.meta({ description: `Whether they would stand again: ${agains.join(', ')}.` }),
    mayQuote: z.boolean().default(false),
  })
  .meta({ id: 'StandFeedbackInput' });

export const ownFeedbackOutput = z
  .strictObject({
    exhibition: text,
    minutes,
    until: z.iso.date().meta({ description: 'The last day on which it can be given and changed.' }),
    isOpen: z.boolean(),
    answer: z.strictObject(feedback).nullable(),
  })
  .meta({ id: 'OwnStandFeedback' });

export const feedbackOutput = z
  .strictObject({
    asked: count,
    totals,
    items: z.array(
      z.strictObject({
        id,
        name: text.nullable().meta({ description: 'null: it is not kept any more who said it.' }),
        organisation: text.nullable(),
        ...feedback,
        answeredAt: instant,
      }),
    ),
  })
  .meta({ id: 'StandFeedback' });

export const feedbackNoteInput = z
  .strictObject({ part: z.enum(['went-well', 'to-change']) })
  .meta({ id: 'StandFeedbackNoteInput' });

export const noteInput = z
  .strictObject({
    kind: text.default('other').meta({ description: `One of ${noteKinds.join(', ')}.` }),
    text,
    ownerName: text.nullable().default(null),
  })
  .meta({ id: 'StandNoteInput' });

export const noteOutput = z
  .strictObject({
    id,
    kind: z.enum(noteKinds),
    text,
    ownerName: text.nullable(),
    doneAt: instant.nullable(),
    doneBy: text.nullable(),
    isCarried: z
      .boolean()
      .meta({ description: 'Whether it came from the exhibition that this one was copied of.' }),
    feedbackId: id.nullable(),
    taskId: id.nullable(),
    version: z.int(),
  })
  .meta({ id: 'StandNote' });

export const notesOutput = z.strictObject({ items: z.array(noteOutput) }).meta({ id: 'StandNotes' });

export const noteDoneInput = z.strictObject({ isDone: z.boolean() }).meta({ id: 'StandNoteDone' });
