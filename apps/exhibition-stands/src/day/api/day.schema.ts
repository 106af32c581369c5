import { z } from 'zod';
import { answerMinutes, askModes, askStates } from '../domain/cover-ask.js';
import { presenceActs } from '../domain/presence.js';
import { risks } from '../domain/stand-now.js';
import { longestWhy } from '../drop-out.js';

const uuid = z.uuid();
const instant = z.iso.datetime();

const onShift = z
  .strictObject({
    assignmentId: uuid,
    shiftId: uuid,
    name: z.string(),
    start: instant,
    end: instant,
    label: z.string(),
    isLead: z.boolean(),
    status: z.enum(['assigned', 'dropped-out', 'checked-in', 'no-show']),
  })
  .meta({ id: 'StandOnShift' });

const people = z.array(onShift);

const gaps = z.array(z.strictObject({ shiftId: uuid, start: instant, end: instant, places: z.int().min(1) }));

export const todayOutput = z
  .strictObject({
    asOf: instant,
    on: people.meta({ description: 'Who has checked in, until their shift ends.' }),
    due: people.meta({ description: 'Whose shift begins within 15 minutes.' }),
    late: people.meta({ description: 'Whose shift has begun, and who is not there.' }),
    next: people,
    noShow: people,
    gaps: gaps.meta({ description: 'Places that nobody has, today and tomorrow.' }),
    laterGaps: gaps.meta({ description: 'The same of the days after that.' }),
    atRisk: z.array(z.strictObject({ who: onShift, why: z.array(z.enum(risks)) })),
    dropOuts: z.array(
      z.strictObject({
        name: z.string(),
        shiftId: uuid,
        at: instant,
        reason: z.string(),
        isFree: z.boolean(),
      }),
    ),
    lowStock: z.array(z.strictObject({ itemId: uuid, name: z.string(), remains: z.int() })),
  })
  .meta({ id: 'StandToday' });

export const ownNowOutput = z
  .strictObject({
    asOf: instant,
    own: people,
    on: people,
    due: people,
    late: people,
    next: people,
  })
  .meta({ id: 'OwnStandNow' });

export const presenceInput = z.strictObject({ act: z.enum(presenceActs) }).meta({ id: 'PresenceInput' });

export const dropOutInput = z
  .strictObject({
    reason: z.string().max(longestWhy).default('').meta({ description: 'Only staff read it.' }),
  })
  .meta({ id: 'DropOutInput' });

export const coverInput = z
  .strictObject({
    memberIds: z.array(uuid).min(1).max(200).meta({ description: 'In the order in which they are asked.' }),
    mode: z.enum(askModes),
    minutes: z
      .literal([...answerMinutes])
      .default(30)
      .meta({ description: 'How long each has to answer.' }),
  })
  .meta({ id: 'CoverRequestInput' });

export const coverOutput = z
  .strictObject({
    shiftId: uuid,
    gaps: z.int().min(0),
    candidates: z
      .array(
        z.strictObject({
          teamMemberId: uuid,
          name: z.string(),
          why: z
            .array(z.string())
            .meta({ description: 'The rules that keep them out; none: they can step in.' }),
          minutes: z.int(),
          isPreferred: z.boolean(),
          isHereThatDay: z.boolean(),
        }),
      )
      .meta({ description: 'The best first.' }),
    requests: z.array(
      z.strictObject({
        id: uuid,
        mode: z.enum(askModes),
        status: z.enum(['open', 'filled', 'closed']),
        asks: z.array(
          z.strictObject({ teamMemberId: uuid, state: z.enum(askStates), until: instant.nullable() }),
        ),
      }),
    ),
  })
  .meta({ id: 'ShiftCover' });

export const answerInput = z
  .strictObject({ answer: z.enum(['accept', 'decline']) })
  .meta({ id: 'CoverAnswer' });

export const askOutput = z
  .strictObject({
    stands: z.enum(['open', 'yours', 'declined', 'filled', 'closed']),
    exhibition: z.string(),
    start: instant.nullable(),
    end: instant.nullable(),
    until: instant.nullable(),
  })
  .meta({ id: 'CoverAsk' });
