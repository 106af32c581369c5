import { z } from 'zod';
import { mostCriteria, weightRules } from '../domain/criteria.js';
import { mostPoints } from '../domain/score.js';
import { selectionMethods } from '../domain/select.js';

const text = z.string();
const id = z.uuid();
const instant = z.iso.datetime();
const placeKind = z.enum(['general', 'press', 'newcomer']);
const reservedKind = z.enum(['press', 'newcomer']);

const criterion = {
  title: text,
  text: text.default(''),
  weight: z.int().meta({ description: `How much it counts, ${weightRules.least} to ${weightRules.most}.` }),
};

export const criteriaInput = z
  .strictObject({ criteria: z.array(z.strictObject(criterion)).max(mostCriteria) })
  .meta({ id: 'SelectionCriteriaInput' });

export const assessorInput = z
  .strictObject({ email: text.meta({ description: 'With which they sign in.' }) })
  .meta({ id: 'AssessorInput' });

export const runInput = z
  .strictObject({
    method: text.meta({ description: `One of ${selectionMethods.join(', ')}.` }),
    releaseUnfilled: z
      .boolean()
      .default(false)
      .meta({ description: 'Kept places for which nobody is left go to everybody.' }),
  })
  .meta({ id: 'SelectionRunInput' });

const lifts = z
  .array(z.enum(['organisation', 'category']))
  .max(2)
  .default([])
  .meta({ description: 'Limits that are set aside for this one.' });

export const overrideInput = z
  .strictObject({
    outcome: text.meta({ description: '`place`, `reserve` or `declined`.' }),
    countsAs: text.default('general').meta({ description: 'Which of the places; only for a place.' }),
    why: text.meta({ description: 'The applicant reads it.' }),
    lifts,
  })
  .meta({ id: 'SelectionOverrideInput' });

const reason = z
  .discriminatedUnion('code', [
    z.strictObject({
      code: z.literal('reserved-place'),
      kind: reservedKind,
      place: z.int(),
      places: z.int(),
    }),
    z.strictObject({ code: z.literal('general-place') }),
    z.strictObject({ code: z.literal('released-place') }),
    z.strictObject({ code: z.literal('organisation-limit'), most: z.int() }),
    z.strictObject({ code: z.literal('category-limit'), category: text, most: z.int() }),
    z.strictObject({ code: z.literal('no-place-left'), given: z.int(), kept: z.int() }),
  ])
  .meta({ id: 'SelectionReason' });

const score = z
  .strictObject({
    weighted: z.int().meta({ description: 'Of all assessors together: points times weights.' }),
    assessors: z.int().meta({ description: 'How many they were; the score is the first by this.' }),
  })
  .meta({ id: 'ApplicationScore' });

const outcome = {
  code: text,
  rank: z.int(),
  drawn: z.int().meta({ description: 'Its place in the draw alone.' }),
  hash: text.meta({ description: 'SHA-256 of the seed, a colon and the code; the smallest is drawn first.' }),
  tied: z.boolean(),
  score: score.nullable(),
  outcome: z.enum(['place', 'reserve', 'declined']),
  countsAs: placeKind.nullable(),
  position: z.int().nullable(),
  reason,
  isByHand: z.boolean(),
};

/** The same for everybody: no names, and nothing of the result before all applicants are told. */
export const publicSelectionOutput = z
  .strictObject({
    rules: z.strictObject({
      places: z.int(),
      organisationLimit: z.int().nullable(),
      categoryLimits: z.array(z.strictObject({ category: text, most: z.int() })),
      reserved: z.array(z.strictObject({ kind: reservedKind, places: z.int() })),
      releaseUnfilled: z.boolean(),
    }),
    method: z.enum(selectionMethods).nullable(),
    criteria: z.array(z.strictObject({ id, title: text, text, weight: z.int() })),
    seed: text.nullable(),
    seedPublishedAt: instant.nullable(),
    toldAt: instant.nullable(),
    outcomes: z.array(z.strictObject(outcome)),
  })
  .meta({ id: 'PublicSelection' });

const assessor = z.strictObject({ id, name: text, scored: z.int(), all: z.int() }).meta({ id: 'Assessor' });

export const selectionOutput = z
  .strictObject({
    id: id.meta({ description: 'Of the visit.' }),
    seed: text.nullable(),
    criteria: z.array(z.strictObject({ id, title: text, text, weight: z.int() })),
    assessors: z.array(assessor),
    applications: z.int(),
    scoringClosedAt: instant.nullable(),
    method: z.enum(selectionMethods).nullable(),
    runAt: instant.nullable(),
    toldAt: instant.nullable(),
    outcomes: z.array(
      z.strictObject({
        ...outcome,
        applicationId: id,
        name: text,
        organisationName: text.nullable(),
        isWithdrawn: z.boolean(),
        overrideWhy: text.nullable(),
        lifts: z.array(text),
      }),
    ),
    version: z.int(),
  })
  .meta({ id: 'Selection' });

export const scoreInput = z
  .strictObject({
    points: z
      .array(
        z.strictObject({
          criterionId: id,
          points: z.int().meta({ description: `0 to ${mostPoints}.` }),
        }),
      )
      .max(mostCriteria),
    note: text.default(''),
  })
  .meta({ id: 'ScoreInput' });

const assessed = z.strictObject({
  id,
  code: text,
  name: text,
  jobTitle: text.nullable(),
  organisationName: text.nullable(),
  kind: z.enum(['member', 'press']),
  isNewcomer: z.boolean(),
  conflict: z
    .enum(['own', 'organisation'])
    .nullable()
    .meta({ description: 'Why it is not theirs to score; then answers and references are left out.' }),
  answers: z.record(text, text),
  references: z.array(z.strictObject({ name: text, text })),
  score: z
    .strictObject({
      points: z.array(z.strictObject({ criterionId: id, points: z.int() })),
      note: text,
      version: z.int(),
    })
    .nullable()
    .meta({ description: 'Their own; what others gave is not shown.' }),
});

export const assessmentOutput = z
  .strictObject({
    visitId: id,
    title: text,
    isClosed: z.boolean(),
    criteria: z.array(z.strictObject({ id, title: text, text, weight: z.int() })),
    applications: z.array(assessed),
  })
  .meta({ id: 'Assessment' });

export const assessmentsOutput = z
  .strictObject({
    items: z.array(z.strictObject({ visitId: id, title: text, scored: z.int(), all: z.int() })),
  })
  .meta({ id: 'Assessments' });
