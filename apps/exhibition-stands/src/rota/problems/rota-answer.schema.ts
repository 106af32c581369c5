import { z } from 'zod';
import { pairRules, setRules } from '../index.js';

const rule = z.enum([...pairRules, ...setRules, 'pin', 'unknown']);
const id = z.string();

const violation = z
  .strictObject({ rule, person: id.nullable(), slots: z.array(id), day: z.string().nullable() })
  .meta({ id: 'RotaViolation', description: 'A hard rule that is broken, by whom, where, on which day.' });

const parts = z.strictObject({
  short: z.number(),
  fairness: z.number(),
  preference: z.number(),
  days: z.number(),
  change: z.number(),
});

/** What the solver says, to programs. */
export const rotaAnswerOutput = z
  .strictObject({
    status: z.enum(['proven', 'within', 'infeasible']).meta({
      description:
        '`proven`: no rota costs less. `within`: none costs less than `bound`. `infeasible`: what is pinned breaks hard rules, see `conflicts`.',
    }),
    ended: z.enum(['finished', 'time', 'memory', 'cancelled']),
    objective: z
      .number()
      .meta({ description: 'What the rota costs by the weights, as the checker counts it.' }),
    bound: z.number().meta({ description: 'No rota can cost less than this.' }),
    gap: z.number().meta({ description: '(objective − bound) / objective.' }),
    parts: parts.meta({ description: 'The objective in its parts, each already weighted.' }),
    seconds: z.number().meta({ description: 'How long was searched.' }),
    assignments: z.array(z.strictObject({ person: id, slot: id })),
    short: z
      .array(z.strictObject({ slot: id, places: z.int() }))
      .meta({ description: 'Places nobody covers.' }),
    violations: z
      .array(violation)
      .meta({ description: 'Found by a checker that shares no code with the solver: always empty.' }),
    conflicts: z.array(violation).meta({ description: 'Of what is pinned, where it is infeasible.' }),
    reasons: z.strictObject({
      short: z
        .array(z.strictObject({ slot: id, people: z.array(z.strictObject({ id, why: z.array(rule) })) }))
        .meta({
          description:
            'For each slot that is short, why each of the others is not in it; no rule where only the price speaks against it.',
        }),
      people: z.array(
        z.strictObject({
          id,
          minutes: z.int(),
          wishedMinutes: z.int().nullable(),
          possible: z.int().meta({ description: 'Slots that they could have been given by themselves.' }),
          pinned: z.int(),
          preferred: z.int().nullable().meta({ description: 'Slots of theirs in times that they prefer.' }),
          days: z.int(),
          against: z.partialRecord(rule, z.int()).meta({
            description: 'For slots that they are not in, how often each rule speaks against it.',
          }),
        }),
      ),
    }),
  })
  .meta({ id: 'RotaAnswer' });

export type RotaAnswerOutput = z.output<typeof rotaAnswerOutput>;
