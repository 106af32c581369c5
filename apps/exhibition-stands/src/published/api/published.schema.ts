import { z } from 'zod';
import { longestReason } from '../domain/obstacles.js';

const uuid = z.uuid();
const instant = z.iso.datetime();

const obstacle = z.strictObject({
  key: z.string().meta({ description: 'The same for the same fault; a reason is given for it by this key.' }),
  rule: z.string().meta({ description: 'The hard rule that is broken.', examples: ['no-pass'] }),
  name: z.string().meta({ description: 'The rule in words.' }),
  teamMemberId: uuid.nullable(),
  shiftIds: z.array(uuid),
  day: z.iso.date().nullable(),
  says: z.string(),
});

const personToTell = z.strictObject({
  teamMemberId: uuid,
  name: z.string(),
  isReachable: z.boolean().meta({ description: 'Whether a mail can be sent to them.' }),
  added: z.array(z.string()),
  changed: z.array(z.string()),
  gone: z.array(z.string()),
});

export const publishingOutput = z
  .strictObject({
    seen: z
      .string()
      .meta({ description: 'Sent along with the publishing: what was looked at is what is published.' }),
    publishedNumber: z
      .int()
      .nullable()
      .meta({ description: 'Of the rota that is published; null: none is.' }),
    gaps: z.array(z.strictObject({ shiftId: uuid, places: z.int().min(1) })),
    obstacles: z.array(obstacle),
    people: z.array(personToTell).meta({ description: 'Who would be told what; nobody else would be.' }),
  })
  .meta({ id: 'RotaPublishing' });

export const publishInput = z
  .strictObject({
    seen: z.string().max(100).meta({ description: 'As the publishing was read.' }),
    overrides: z
      .array(
        z.strictObject({ key: z.string().max(100), reason: z.string().trim().min(1).max(longestReason) }),
      )
      .max(1000)
      .default([])
      .meta({ description: 'Why it is published although it breaks rules, each by its key.' }),
  })
  .meta({ id: 'RotaPublishingDecision' });

const assignment = {
  shiftId: uuid,
  teamMemberId: uuid,
  start: instant,
  end: instant,
  isLead: z.boolean(),
};

export const publishedOutput = z
  .strictObject({
    id: uuid,
    number: z.int().min(1),
    publishedAt: instant,
    overrides: z.array(
      z.strictObject({
        rule: z.string(),
        teamMemberId: uuid.nullable(),
        shiftIds: z.array(uuid),
        day: z.iso.date().nullable(),
        reason: z.string(),
      }),
    ),
    assignments: z.array(z.strictObject(assignment)),
  })
  .meta({ id: 'PublishedRota' });

const place = z.strictObject({ name: z.string(), address: z.string().nullable() });

export const currentOutput = z
  .strictObject({
    assignments: z.array(
      z.strictObject({
        id: uuid,
        ...assignment,
        name: z.string(),
        label: z.string(),
        place: place.nullable(),
        stand: z.string().nullable(),
        status: z.enum(['assigned', 'dropped-out', 'checked-in', 'no-show']),
        version: z.int().min(1),
      }),
    ),
  })
  .meta({ id: 'CurrentRota' });

/** Somebody's shifts on one stand. */
const ownShifts = {
  exhibitionId: uuid,
  title: z.string(),
  zone: z.string(),
  minutesStood: z.int().min(0).meta({ description: 'In shifts that have ended.' }),
  shifts: z.array(
    z.strictObject({
      id: uuid,
      start: instant,
      end: instant,
      label: z.string(),
      isLead: z.boolean(),
      place: place.nullable(),
      stand: z.string().nullable(),
      withWhom: z.array(z.string()),
      clashes: z.array(z.strictObject({ title: z.string(), start: instant, end: instant })),
    }),
  ),
};

export const ownShiftsOutput = z.strictObject(ownShifts).meta({ id: 'OwnShifts' });

export const myShiftsOutput = z
  .strictObject({
    stands: z.array(
      z.strictObject({
        ...ownShifts,
        path: z.string().nullable().meta({
          description:
            'Of your own page for this stand; whoever has it may use it, so that a token that may only read is told `null`.',
        }),
      }),
    ),
  })
  .meta({ id: 'MyShifts' });
