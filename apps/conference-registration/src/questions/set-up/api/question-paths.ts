import { z } from 'zod';
import { anybody, json, problemsAbout } from '#platform';
import { apiPath, type ApiPart } from '../../../openapi/api-part.js';
import { orderPath, stepPath, thingPaths, type ThingPaths } from '../../../set-up/api/thing-paths.js';
import { questionKinds, questionSubjects, sensitivities } from '../../domain/kinds.js';

const onlyIf = z
  .strictObject({ questionId: z.string(), oneOf: z.array(z.string()).max(100) })
  .meta({ id: 'Condition', description: 'Asked only after one of these answers to an earlier question.' });

export const questionInput = z
  .strictObject({
    askedOf: z.enum(questionSubjects),
    kind: z.enum(questionKinds),
    label: z.string().meta({ examples: ['What do you eat?'] }),
    hint: z.string().nullable().default(null),
    choices: z.array(z.string()).max(1000).default([]).meta({ description: 'Of `choice` and `several`.' }),
    required: z.boolean().default(false),
    sensitive: z.enum(sensitivities).nullable().default(null).meta({
      description:
        'A special category of personal data: fewer people see the answers, and they are erased sooner.',
    }),
    onlyIf: onlyIf.nullable().default(null),
    ticketTypeIds: z
      .array(z.string())
      .max(1000)
      .default([])
      .meta({ description: 'None: whatever was booked.' }),
    asksApproval: z
      .boolean()
      .default(false)
      .meta({ description: 'A changed answer asks for approval again.' }),
  })
  .meta({ id: 'QuestionInput' });

export const questionOutput = z
  .strictObject({
    id: z.uuid(),
    position: z.int(),
    askedOf: z.enum(questionSubjects),
    kind: z.enum(questionKinds),
    label: z.string(),
    hint: z.string().nullable(),
    choices: z.array(z.string()),
    required: z.boolean(),
    sensitive: z.enum(sensitivities).nullable(),
    onlyIf: onlyIf.nullable(),
    ticketTypeIds: z.array(z.uuid()),
    asksApproval: z.boolean(),
    retired: z.boolean().meta({ description: 'It is not asked any more.' }),
    version: z.int(),
  })
  .meta({ id: 'Question' });

/** A question as whoever is to answer it reads it. */
const askedQuestion = questionOutput
  .omit({ position: true, retired: true, version: true })
  .meta({ id: 'AskedQuestion' });

export const retirementInput = z
  .strictObject({ retired: z.boolean().meta({ description: '`false`: it is asked again.' }) })
  .meta({ id: 'Retirement' });

const things: ThingPaths = {
  path: 'questions',
  param: 'questionId',
  tag: 'Questions',
  name: 'Question',
  names: 'Questions',
  what: 'question',
  many: 'questions',
  input: questionInput,
  output: questionOutput,
  list: z.strictObject({ items: z.array(questionOutput) }).meta({ id: 'Questions' }),
  removal: 'Delete a question that nobody has answered',
};

export const questionsApi: ApiPart = {
  tags: [things.tag],
  paths: {
    ...thingPaths(things),
    ...orderPath(things),
    ...stepPath(things, {
      name: 'retirement',
      operationId: 'retireQuestion',
      summary: 'Stop asking a question, or ask it again; its answers stay',
      input: retirementInput,
    }),
    [`${apiPath}/bookings/{key}/questions`]: {
      get: {
        operationId: 'listAskedQuestions',
        summary: 'What is asked of a booking and of its delegates, for the tickets that they have',
        tags: ['Filling in a booking'],
        security: anybody,
        requestParams: {
          path: z.object({
            key: z.string().meta({ description: 'The booking’s reference, or a guest’s secret.' }),
          }),
        },
        responses: {
          200: json(
            'The questions, in their order; answers go by their ids.',
            z.strictObject({ items: z.array(askedQuestion) }),
          ),
          ...problemsAbout('booking')(403, 404),
        },
      },
    },
  },
};
