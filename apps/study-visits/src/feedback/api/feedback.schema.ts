import { z } from 'zod';
import { ratedQuestions, recommends } from '../domain/feedback.js';

const rating = z.int().min(1).max(5);

const said = {
  overall: rating,
  programme: rating.nullable(),
  organisation: rating.nullable(),
  journey: rating.nullable(),
  recommend: z.enum(recommends),
  best: z.string(),
  toChange: z.string(),
};

export const feedbackInput = z
  .strictObject({
    ...said,
    overall: z.int(),
    programme: z.int().nullish(),
    organisation: z.int().nullish(),
    journey: z.int().nullish(),
    recommend: z.string().meta({ description: '`yes`, `maybe` or `no`.' }),
    best: z.string().default(''),
    toChange: z.string().default(''),
  })
  .meta({ id: 'VisitFeedbackInput' });

export const ownFeedbackOutput = z
  .strictObject({
    window: z.enum(['not-yet', 'open', 'closed']),
    from: z.string().meta({ description: 'The first day on which it can be said.' }),
    until: z.string().meta({ description: 'The last one.' }),
    answer: z
      .strictObject(said)
      .nullable()
      .meta({ description: '`null` also once it is not kept any more whose answer is whose.' }),
  })
  .meta({ id: 'OwnVisitFeedback' });

export const feedbackOutput = z
  .strictObject({
    travellers: z.int(),
    answers: z.int(),
    totals: z
      .strictObject({
        answers: z.int(),
        ratings: z.array(
          z.strictObject({
            question: z.enum(ratedQuestions),
            answers: z.int(),
            counts: z.array(z.int()).meta({ description: 'How many gave 1, 2, 3, 4, 5.' }),
            average: z.number().nullable(),
          }),
        ),
        recommend: z.strictObject({ yes: z.int(), maybe: z.int(), no: z.int() }),
      })
      .nullable()
      .meta({ description: '`null`: so few have answered that it would be seen whose the answers are.' }),
    given: z.array(z.strictObject({ id: z.uuid(), ...said })).meta({ description: 'In no order.' }),
  })
  .meta({ id: 'VisitFeedback' });
