import { z } from 'zod';
import { pairRules, setRules } from '../../rota/index.js';
import { fillSeconds } from '../ask-for-fill.js';
import { bases, passChoices } from '../domain/problem-of.js';
import { placeActs } from '../domain/step.js';

const rule = z.enum([...pairRules, ...setRules, 'pin', 'unknown']);
/** The number of a step of a draft, as the database counts them. */
const stepNumber = z.int32().min(0);
const pairing = z.strictObject({ shiftId: z.string(), memberId: z.string() });

export const draftOutput = z
  .strictObject({
    version: z.int().meta({ description: 'Rises with each step.' }),
    assignments: z.array(
      z.strictObject({
        shiftId: z.string(),
        memberId: z.string(),
        isLead: z.boolean(),
        isPinned: z.boolean(),
        source: z.enum(['fill', 'hand']),
      }),
    ),
    forbidden: z.array(pairing),
    gaps: z.array(z.strictObject({ shiftId: z.string(), places: z.int() })),
    violations: z.array(
      z.strictObject({
        rule,
        name: z.string().meta({ description: 'In words: “Two shifts at once”.' }),
        memberId: z.string().nullable(),
        shiftIds: z.array(z.string()),
        day: z.string().nullable(),
      }),
    ),
    objective: z.number().meta({ description: 'What it costs by the weights of the exhibition.' }),
    lastStep: z.int().nullable().meta({ description: 'The step that `undo` would take back.' }),
  })
  .meta({ id: 'DraftRota' });

export const actInput = z
  .strictObject({
    act: z.enum(placeActs),
    shiftId: z.string(),
    memberId: z.string(),
    toShiftId: z.string().optional().meta({ description: 'Of `move`.' }),
    with: pairing.optional().meta({
      description: 'Of `swap`: somebody in another shift, or in the same one somebody who comes instead.',
    }),
    version: stepNumber.meta({ description: 'Of the draft that you saw.' }),
  })
  .meta({ id: 'DraftAct' });

export const changedOutput = z
  .strictObject({
    version: z.int(),
    isMixed: z
      .boolean()
      .meta({ description: 'Others changed something else after the version that you saw.' }),
  })
  .meta({ id: 'DraftChanged' });

export const undoInput = z
  .strictObject({ step: stepNumber.meta({ description: 'The last one, as you saw it.' }) })
  .meta({ id: 'DraftUndo' });

export const undoneOutput = z.strictObject({ version: z.int() }).meta({ id: 'DraftUndone' });

export const comparisonOutput = z
  .strictObject({
    isPublished: z.boolean(),
    people: z.array(
      z.strictObject({
        memberId: z.string(),
        gains: z.array(z.string()),
        loses: z.array(z.string()),
        leads: z.array(z.strictObject({ shiftId: z.string(), isLead: z.boolean() })),
      }),
    ),
  })
  .meta({ id: 'RotaComparison' });

export const candidatesOutput = z
  .strictObject({
    items: z.array(
      z.strictObject({
        memberId: z.string(),
        name: z.string(),
        why: z.array(z.strictObject({ rule, words: z.string() })).meta({
          description: 'What stands against them; empty: they can.',
        }),
        minutes: z.int(),
        isPreferred: z.boolean(),
      }),
    ),
  })
  .meta({ id: 'ShiftCandidates' });

export const fillInput = z
  .strictObject({
    seconds: z.number().default(fillSeconds.usual),
    basis: z.enum(bases).default('draft').meta({ description: 'What it is to stay near to.' }),
    passes: z.enum(passChoices).default('issued'),
  })
  .meta({ id: 'RotaFillInput' });

export const fillOutput = z
  .strictObject({
    id: z.uuid(),
    status: z.enum(['waiting', 'running', 'done', 'failed', 'cancelled']),
    seconds: z.number(),
    askedAt: z.string(),
    finishedAt: z.string().nullable(),
    progress: z
      .looseObject({
        objective: z.number().nullable(),
        bound: z.number().nullable(),
        seconds: z.number(),
      })
      .nullable(),
    outcome: z.enum(['waiting', 'taken', 'offered', 'left']).nullable(),
    changedMeanwhile: z.array(z.string()),
    quality: z.string().nullable().meta({ description: '“Best possible: proven”.' }),
    answer: z
      .looseObject({ status: z.string() })
      .nullable()
      .meta({ description: 'As `POST /rota-problems` answers: people are team members, slots are shifts.' }),
    error: z.string().nullable(),
  })
  .meta({ id: 'RotaFill' });
