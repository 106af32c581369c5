import { z } from 'zod';
import { longestNote } from '../ask-for-swap.js';
import { swapAnswers } from '../answer-swap.js';
import { longestReason, swapDecisions } from '../decide-swap.js';
import { lapseReasons, swapStatuses } from '../domain/swap.js';

const uuid = z.uuid();
const instant = z.iso.datetime();

const part = z
  .strictObject({ assignmentId: uuid, shiftId: uuid, start: instant, end: instant, label: z.string() })
  .meta({ id: 'SwapPart' });

const swap = {
  id: uuid,
  status: z.enum(swapStatuses),
  lapsedWhy: z.enum(lapseReasons).nullable(),
  gives: part.meta({ description: 'What whoever asks gives.' }),
  gets: part.nullable().meta({ description: 'What they get for it; null: nothing, they give it away.' }),
  note: z.string(),
  reason: z.string().meta({ description: 'Why staff decided so; empty where they did not say.' }),
  askedAt: instant,
  answeredAt: instant.nullable(),
  endedAt: instant.nullable(),
};

export const ownSwapOutput = z
  .strictObject({
    ...swap,
    as: z.enum(['asker', 'other']).meta({ description: 'Whether you asked, or were asked.' }),
    with: z.string().meta({ description: 'The name of the other of you.' }),
  })
  .meta({ id: 'OwnSwap' });

export const ownSwapsOutput = z.strictObject({ swaps: z.array(ownSwapOutput) }).meta({ id: 'OwnSwaps' });

const staffSwap = {
  ...swap,
  asker: z.strictObject({ teamMemberId: uuid, name: z.string() }),
  other: z.strictObject({ teamMemberId: uuid, name: z.string() }),
  decidedBy: z.string().nullable().meta({ description: 'The name of who of the staff ended it.' }),
};

export const swapsOutput = z
  .strictObject({
    toApprove: z.array(z.strictObject(staffSwap)),
    asked: z.array(z.strictObject(staffSwap)),
    ended: z.array(z.strictObject(staffSwap)).meta({ description: 'The newest first, a hundred at most.' }),
  })
  .meta({ id: 'Swaps' });

export const swapOutput = z
  .strictObject({
    ...staffSwap,
    against: z
      .strictObject({ asker: z.array(z.string()), other: z.array(z.string()) })
      .meta({ description: 'The rules of the rota that each of them would break now; none: they can swap.' }),
  })
  .meta({ id: 'Swap' });

export const choicesOutput = z
  .strictObject({
    exchanges: z
      .array(
        z.strictObject({
          assignmentId: uuid,
          name: z.string(),
          start: instant,
          end: instant,
          label: z.string(),
          place: z.string().nullable(),
        }),
      )
      .meta({ description: 'Shifts of others that would work for both.' }),
    gifts: z
      .array(z.strictObject({ memberId: uuid, name: z.string() }))
      .meta({ description: 'Who could take it and give none.' }),
  })
  .meta({ id: 'SwapChoices' });

export const swapInput = z
  .strictObject({
    for: z.union([z.strictObject({ assignmentId: uuid }), z.strictObject({ memberId: uuid })]).meta({
      description: 'For which shift of another, by their part in it; or who is to take it and give none.',
    }),
    note: z.string().max(longestNote).default('').meta({ description: 'To whoever is asked.' }),
  })
  .meta({ id: 'SwapInput' });

export const swapAnswerInput = z.strictObject({ answer: z.enum(swapAnswers) }).meta({ id: 'SwapAnswer' });

export const swapDecisionInput = z
  .strictObject({
    decision: z.enum(swapDecisions),
    reason: z
      .string()
      .max(longestReason)
      .default('')
      .meta({ description: 'Both read it; needed for a refusal.' }),
  })
  .meta({ id: 'SwapDecision' });
