import { z } from 'zod';
import * as parts from './parts.schema.js';
import { whenInput, whenOutput } from './when.schema.js';

const removed = z
  .strictObject({ original: parts.original, type: z.literal('removed') })
  .meta({ id: 'RemovedOccurrence' });

const cancelled = z
  .strictObject({ reason: z.string() })
  .meta({ description: 'This occurrence alone is called off; readers see why.' });

const changeInput = z
  .strictObject({
    title: z.string(),
    when: whenInput,
    format: parts.format,
    place: parts.placeInput.nullable(),
    joining: parts.joiningInput.nullable(),
    description: parts.description,
    cancelled,
  })
  .partial();

const changeOutput = z
  .strictObject({
    title: z.string(),
    when: whenOutput,
    format: parts.format,
    place: parts.place.nullable(),
    joining: parts.joining.nullable(),
    description: parts.description,
    cancelled,
  })
  .partial();

const own = 'What this occurrence has of its own; what is left out is as the event has it.';

export const exceptionInput = z.discriminatedUnion('type', [
  removed,
  z
    .strictObject({
      original: parts.original,
      type: z.literal('changed'),
      change: changeInput.meta({ description: own }),
    })
    .meta({ id: 'ChangedOccurrenceInput' }),
]);

const exceptionOutput = z.discriminatedUnion('type', [
  removed,
  z
    .strictObject({
      original: parts.original,
      type: z.literal('changed'),
      change: changeOutput.meta({ description: own }),
    })
    .meta({ id: 'ChangedOccurrence' }),
]);

export const eventInput = z
  .strictObject({
    title: z.string(),
    kind: parts.kind,
    format: parts.format,
    when: whenInput,
    place: parts.placeInput.nullable().default(null),
    joining: parts.joiningInput.nullable().default(null),
    description: parts.description.default(''),
    organiser: parts.organiserInput.nullable().default(null),
    audience: parts.audience,
    board: parts.board.nullable().default(null),
    series: parts.series.nullable().default(null),
    tags: parts.tags.default([]),
    recurrence: z
      .strictObject({ rule: parts.rule, exceptions: z.array(exceptionInput).default([]) })
      .nullable()
      .default(null)
      .meta({ description: '`null`: it happens once.' }),
  })
  .meta({ id: 'EventInput', description: 'Everything that staff say about an event.' });

export const eventEdit = eventInput
  .extend({
    recurrence: z
      .strictObject({ rule: parts.rule })
      .nullable()
      .default(null)
      .meta({
        description:
          '`null`: it happens once. What is special about single dates is kept where the date is still there. With ' +
          '`scope=this` it is not looked at.',
      }),
  })
  .meta({ id: 'EventEdit', description: 'Everything that staff say about an event that there is.' });

export const eventOutput = z
  .strictObject({
    ref: parts.ref,
    url: z.string().meta({ description: 'The event’s page.' }),
    uid: z.string().meta({ description: 'The UID that calendar programs know it by.' }),
    title: z.string(),
    kind: parts.kind,
    format: parts.format,
    when: whenOutput,
    place: parts.place.nullable(),
    joining: parts.joining.nullable().meta({ description: '`null` also for those who may not join.' }),
    description: parts.description,
    organiser: parts.organiser.nullable(),
    audience: parts.audience,
    board: parts.board.nullable(),
    series: parts.series.nullable(),
    tags: parts.tags,
    recurrence: z.strictObject({ rule: parts.rule, exceptions: z.array(exceptionOutput) }).nullable(),
    status: parts.status,
    statusReason: z
      .string()
      .nullable()
      .meta({ description: 'Why it was postponed or cancelled, for readers.' }),
    replacedBy: parts.ref.nullable().meta({ description: 'The event that takes this one’s place.' }),
    sequence: z.int().meta({ description: 'The SEQUENCE that calendar programs know it by.' }),
    version: z.int().meta({ description: 'Rises with every change; the ETag holds it.' }),
    createdAt: z.iso.datetime(),
    changedAt: z.iso.datetime(),
  })
  .meta({ id: 'Event' });

export const editOutcome = z
  .strictObject({
    event: eventOutput,
    later: eventOutput
      .nullable()
      .meta({ description: 'With `scope=later`, the event that the later dates became.' }),
    dropped: z.array(parts.original).meta({
      description: 'Occurrences of which what was special is lost, as the new rule has no such date.',
    }),
  })
  .meta({ id: 'EditOutcome' });

export type EventInput = z.output<typeof eventInput>;
export type EventEdit = z.output<typeof eventEdit>;
export type EventOutput = z.output<typeof eventOutput>;
export type EditOutcome = z.output<typeof editOutcome>;
