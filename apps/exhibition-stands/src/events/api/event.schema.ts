import { z } from 'zod';
import { audiences } from '../domain/stand-event.js';
import { mostPlusOnes } from '../domain/guest.js';

const text = z.string();
const id = z.uuid();
const instant = z.iso.datetime();
const clock = z.iso.time({ precision: -1 }).meta({ description: 'By the clock of the exhibition: `18:00`.' });

export const eventInput = z
  .strictObject({
    title: text,
    day: z.iso.date(),
    from: clock,
    until: clock.meta({ description: 'Not after `from`: on the next day.' }),
    hostName: text.nullable().default(null),
    summary: text.default(''),
    audience: text.meta({ description: `One of ${audiences.join(', ')}.` }),
    capacity: z.int(),
    hostsNeeded: z.int().default(0),
    budgetPence: z.int().nullable().default(null).meta({ description: 'Whole pence.' }),
  })
  .meta({ id: 'StandEventInput' });

export const statusInput = z
  .strictObject({ to: text.meta({ description: '`published` or `cancelled`.' }), reason: text.default('') })
  .meta({ id: 'StandEventStatusInput' });

export const budgetInput = z
  .strictObject({ to: text.meta({ description: '`approved` or `refused`.' }), note: text.default('') })
  .meta({ id: 'StandEventBudgetInput' });

export const briefingInput = z
  .strictObject({
    briefing: text,
    readers: z.array(id).max(500).meta({ description: 'Who of the team reads it.' }),
  })
  .meta({ id: 'StandEventBriefingInput' });

const heard = {
  id,
  title: text,
  startsAt: instant,
  endsAt: instant,
  zone: text,
  hostName: text.nullable(),
  summary: text,
  audience: z.enum(audiences),
  status: z.enum(['draft', 'published', 'cancelled']),
  statusReason: text.nullable(),
};

export const programmeOutput = z
  .strictObject({ items: z.array(z.strictObject(heard).meta({ id: 'HeardStandEvent' })) })
  .meta({ id: 'StandProgramme' });

export const eventOutput = z
  .strictObject({
    ...heard,
    capacity: z.int(),
    taken: z.int().meta({ description: 'Places of those who come, whom they bring counted in.' }),
    hostsNeeded: z.int(),
    budgetPence: z.int().nullable(),
    budgetStatus: z.enum(['asked', 'approved', 'refused']).nullable(),
    budgetNote: text.nullable(),
    briefing: text,
    readers: z.array(id),
    version: z.int(),
  })
  .meta({ id: 'StandEvent' });

export const eventsOutput = z.strictObject({ items: z.array(eventOutput) }).meta({ id: 'StandEvents' });

export const guestOutput = z
  .strictObject({
    id,
    name: text,
    email: text.nullable(),
    organisationName: text.nullable(),
    status: z.enum(['invited', 'coming', 'not-coming']),
    plusOnesAllowed: z.int(),
    plusOnes: z.int(),
    dietary: text.nullable(),
    arrivedAt: instant.nullable(),
    arrived: z.int(),
    version: z.int(),
  })
  .meta({ id: 'StandEventGuest' });

/** The same as hosts read it: what they need at the stand. */
const hostedGuest = guestOutput.omit({ email: true }).meta({ id: 'HostedStandEventGuest' });

export const guestsOutput = z.strictObject({ items: z.array(guestOutput) }).meta({ id: 'StandEventGuests' });

export const guestsInput = z
  .strictObject({
    guests: z
      .array(z.strictObject({ name: text, email: text, organisationName: text.nullable().default(null) }))
      .max(500),
    plusOnesAllowed: z
      .int()
      .default(0)
      .meta({ description: `At most ${mostPlusOnes}.` }),
  })
  .meta({ id: 'StandEventGuestsInput' });

export const invitedOutput = z
  .strictObject({ invited: z.int(), already: z.int() })
  .meta({ id: 'StandEventInvited' });

export const arrivedInput = z.strictObject({ arrived: z.boolean() }).meta({ id: 'StandEventArrived' });

export const answerInput = z
  .strictObject({
    answer: text.meta({ description: '`coming` or `not-coming`.' }),
    plusOnes: z.int().default(0),
    dietary: text.nullable().default(null).meta({ description: 'Deleted a week after the event.' }),
  })
  .meta({ id: 'StandEventAnswer' });

export const invitationOutput = z
  .strictObject({
    event: z.strictObject({
      title: text,
      startsAt: instant,
      endsAt: instant,
      zone: text,
      where: text,
      hostName: text.nullable(),
      summary: text,
      status: z.enum(['published', 'cancelled']),
      statusReason: text.nullable(),
    }),
    name: text,
    answer: z.enum(['invited', 'coming', 'not-coming']),
    plusOnesAllowed: z.int(),
    plusOnes: z.int(),
    dietary: text.nullable(),
  })
  .meta({ id: 'StandEventInvitation' });

export const hostedOutput = z
  .strictObject({
    event: z.strictObject(heard),
    briefing: text,
    guests: z.array(hostedGuest),
  })
  .meta({ id: 'HostedStandEvent' });

export type EventJsonInput = z.output<typeof eventInput>;
