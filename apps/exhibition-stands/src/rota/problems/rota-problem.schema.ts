import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { usualRules, usualWeights } from '../index.js';

/** The longest that a program may have searched, in seconds. */
export const mostSeconds = 120;

const whole = (least: number, most: number) =>
  z.int().min(least, `must be ${least} to ${most}`).max(most, `must be ${least} to ${most}`);

const id = z
  .string()
  .min(1, 'must not be empty')
  .max(100, 'must have 100 characters at most')
  .meta({ description: 'Your own name for it.' });

function isWholeMinute(text: string): boolean {
  try {
    return Temporal.Instant.from(text).epochNanoseconds % 60_000_000_000n === 0n;
  } catch {
    return false;
  }
}

const instant = z
  .string()
  .refine(
    isWholeMinute,
    'must be an instant in whole minutes with its offset, like 2026-09-27T09:00:00+01:00',
  )
  .meta({ examples: ['2026-09-27T09:00:00+01:00'] });

function isDay(text: string): boolean {
  try {
    return Temporal.PlainDate.from(text).toString() === text;
  } catch {
    return false;
  }
}

const day = z
  .string()
  .refine(isDay, 'must be a day like 2026-09-27')
  .meta({ examples: ['2026-09-27'] });

const span = { from: instant, until: instant };
// Times that are none are told by themselves.
const lasts = ({ from, until }: { readonly from: string; readonly until: string }) =>
  !isWholeMinute(from) || !isWholeMinute(until) || Temporal.Instant.compare(from, until) < 0;
const afterFrom = { path: ['until'], error: 'must be after “from”' };

const skills = z
  .array(z.string().min(1, 'must not be empty').max(100, 'must have 100 characters at most'))
  .default([]);

/** Minutes of a week, more than any rule is about. */
const minutes = whole(0, 10_080);

const person = z.strictObject({
  id,
  name: z.string().optional().meta({ description: 'Left out of everything; you need not send it.' }),
  identity: z
    .string()
    .min(1, 'must not be empty')
    .max(100, 'must have 100 characters at most')
    .nullable()
    .default(null)
    .meta({ description: 'Entries with the same one are one and the same person.' }),
  experienced: z
    .boolean()
    .default(true)
    .meta({ description: 'Has been on a stand before, so that a first-timer may be beside them.' }),
  skills: skills.meta({ description: '`lead` is the one with a meaning of its own.' }),
  available: z
    .array(z.strictObject({ ...span, preferred: z.boolean().default(false) }).refine(lasts, afterFrom))
    .optional()
    .meta({ description: 'When they can come; without it always, with an empty list never.' }),
  busy: z
    .array(z.strictObject({ ...span, walk: minutes.optional() }).refine(lasts, afterFrom))
    .default([])
    .meta({ description: 'What they must be at elsewhere; `walk`: minutes from there.' }),
  passDays: z.array(day).nullable().default(null).meta({ description: 'Days of their pass; `null`: any.' }),
  mostDays: whole(0, 366).nullable().default(null),
  maxMinutesPerDay: minutes.nullable().default(null),
  wishedMinutes: whole(0, 100_000).nullable().default(null).meta({ description: '`null`: a fair share.' }),
});

const slot = z
  .strictObject({
    id,
    name: z.string().optional().meta({ description: 'Left out of everything; you need not send it.' }),
    ...span,
    stand: z.string().max(100, 'must have 100 characters at most').default('stand'),
    day: day.optional().meta({ description: 'The day that it counts for; without it the date in `from`.' }),
    need: whole(0, 100).default(1).meta({ description: 'Places to fill.' }),
    leads: whole(0, 100).default(0).meta({ description: 'Places kept for somebody with the skill `lead`.' }),
    skills: skills.meta({ description: 'For each, one place is kept for somebody who has it.' }),
  })
  .refine(lasts, afterFrom)
  .refine(({ leads, need }) => leads <= need, { path: ['leads'], error: 'must not be more than “need”' });

const placement = z.strictObject({ person: z.string(), slot: z.string() }).meta({ id: 'RotaPlacement' });
const weight = whole(0, 100_000);

const rules = z
  .strictObject({
    maxConsecutiveSlots: whole(1, 48).default(usualRules.maxConsecutiveSlots),
    breakMinutes: minutes.default(usualRules.breakMinutes).meta({
      description: 'Slots with less than this between them are in a row.',
    }),
    restMinutes: minutes.default(usualRules.restMinutes).meta({ description: 'Between two days.' }),
    maxMinutesPerDay: minutes.default(usualRules.maxMinutesPerDay),
    walkingMinutes: minutes.default(usualRules.walkingMinutes).meta({
      description: 'To and from commitments that do not say `walk`.',
    }),
    firstTimersPerExperienced: whole(0, 100).default(usualRules.firstTimersPerExperienced),
    passesPerDay: z.record(day, whole(0, 100_000)).default({}).meta({
      description: 'People who can be let in on a day, over all stands; days not named have no limit.',
    }),
  })
  .prefault({});

const weights = z
  .strictObject({
    short: weight.default(usualWeights.short).meta({ description: 'A place that nobody covers.' }),
    fairness: weight.default(usualWeights.fairness).meta({
      description: 'An hour between those who have most and least, each relative to what they wish.',
    }),
    preference: weight.default(usualWeights.preference).meta({
      description: 'A slot outside the times that its person prefers, where they prefer any.',
    }),
    days: weight.default(usualWeights.days).meta({ description: 'A day that somebody has to come for.' }),
    change: weight.default(usualWeights.change).meta({
      description: 'A published placement that goes, and one that is new.',
    }),
  })
  .prefault({});

/** A rota problem as programs send it: only people and slots have to be given, and of those only what is not usual. */
export const rotaProblemInput = z
  .strictObject({
    people: z.array(person),
    slots: z.array(slot),
    rules,
    weights,
    pinned: z.array(placement).default([]).meta({ description: 'What has to stay.' }),
    forbidden: z.array(placement).default([]).meta({ description: 'What must not be.' }),
    published: z
      .array(placement)
      .nullable()
      .default(null)
      .meta({ description: 'What people know already; changes of it cost `weights.change`.' }),
    settledBefore: instant
      .nullable()
      .default(null)
      .meta({ description: 'Slots that start before it are as published.' }),
    seconds: whole(1, mostSeconds)
      .default(30)
      .meta({ description: 'After so long the best rota so far is the answer.' }),
  })
  .meta({ id: 'RotaProblem' });

export type RotaProblemInput = z.output<typeof rotaProblemInput>;
