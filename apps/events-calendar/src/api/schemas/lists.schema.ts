import { z } from 'zod';
import { pageOf, paging } from '#platform';
import { longestRef } from '../../events/domain/ref.js';
import { eventOutput } from './event.schema.js';
import * as parts from './parts.schema.js';
import { whenOutput } from './when.schema.js';

const moment = z
  .string()
  .regex(
    /^(?:19|20|21)\d\d-\d\d-\d\d(?:T\d\d:\d\d(?::\d\d(?:\.\d{1,3})?)?(?:Z|[+-]\d\d:\d\d))?$/,
    'must be a day such as 2026-06-01, or an instant such as 2026-06-01T00:00:00Z',
  )
  .optional();

/** The parameters that filter a list, named as the pages name them. */
const filters = {
  kind: z.array(parts.kind).optional().meta({ description: 'Of one of these kinds.' }),
  format: z.array(parts.format).optional().meta({ description: 'In one of these formats.' }),
  place: z.string().optional().meta({ description: 'Part of the place’s name or address.' }),
  q: z
    .string()
    .optional()
    .meta({ description: 'Words, or beginnings of words, of title, place and description.' }),
  series: z.string().optional().meta({ description: 'The slug of its series.' }),
  tag: z.string().optional(),
  from: moment.meta({
    description: 'Not over by then: a day, from its beginning in Europe/London, or an instant.',
    examples: ['2026-06-01', '2026-06-01T00:00:00Z'],
  }),
  to: moment.meta({
    description: 'Begun by then: a day, to its end in Europe/London, or an instant.',
    examples: ['2026-06-30', '2026-07-01T00:00:00Z'],
  }),
};

export const eventsQuery = z.strictObject({
  ...filters,
  status: z
    .array(parts.status)
    .optional()
    .meta({ description: 'In one of these states. Drafts are listed to staff only.' }),
  ...paging,
});

export const occurrencesQuery = z.strictObject({ ...filters, ...paging });

/** The parameters that may come several times. */
export const listParameters = ['kind', 'format', 'status'];

export const pageQuery = z.strictObject(paging);

export const editQuery = z.strictObject({
  scope: z.enum(['all', 'this', 'later']).default('all').meta({
    description: 'Of a recurring event: all of it, one occurrence, or one and all that come later.',
  }),
  on: parts.original.optional().meta({ description: 'Which occurrence; needed for `this` and `later`.' }),
});

export const statusInput = z
  .strictObject({
    status: parts.status,
    reason: z
      .string()
      .default('')
      .meta({ description: 'Why; readers see it. Needed to postpone or to cancel.' }),
    replacedBy: z
      .string()
      .max(longestRef, `must have at most ${longestRef} characters`)
      .regex(/^\d{4}(?:-[a-z0-9]+)+$/, 'must be an event’s name in addresses, such as 2027-annual-conference')
      .nullable()
      .default(null)
      .meta({ description: 'The `ref` of the event that takes its place.' }),
  })
  .meta({ id: 'StatusChange' });

export const occurrenceStatusInput = z
  .strictObject({
    status: z
      .enum(['cancelled', 'published'])
      .meta({ description: '`published`: it takes place after all.' }),
    reason: z.string().default('').meta({ description: 'Why; readers see it. Needed to cancel.' }),
  })
  .meta({ id: 'OccurrenceStatusChange' });

export const occurrence = z
  .strictObject({
    event: parts.ref,
    original: parts.original.nullable().meta({ description: '`null`: the event happens once.' }),
    title: z.string(),
    kind: parts.kind,
    format: parts.format,
    when: whenOutput,
    place: parts.place.nullable(),
    joining: parts.joining.nullable().meta({ description: '`null` also for those who may not join.' }),
    audience: parts.audience,
    board: parts.board.nullable(),
    series: parts.series.nullable(),
    status: parts.status,
    statusReason: z.string().nullable(),
  })
  .meta({
    id: 'Occurrence',
    description:
      'One dated happening of an event, with what it has of its own in the place of what the event has.',
  });

export const revision = z
  .strictObject({
    version: z.int(),
    at: z.iso.datetime(),
    personId: z.string().nullable().meta({ description: '`null`: the system.' }),
    personName: z.string().meta({ description: 'With who acted for the person, if somebody did.' }),
    action: z.enum(['created', 'edited', 'published', 'postponed', 'cancelled', 'reinstated', 'imported']),
    reason: z.string().nullable(),
    changes: z.array(z.strictObject({ field: z.string(), before: z.string(), after: z.string() })),
  })
  .meta({ id: 'Revision' });

export const listedSeries = z
  .strictObject({ slug: parts.series, name: z.string() })
  .meta({ id: 'Series', description: 'A name that several events share.' });

export const eventsPage = pageOf(eventOutput).meta({ id: 'Events' });
export const occurrencesPage = pageOf(occurrence).meta({ id: 'Occurrences' });
export const revisionsPage = pageOf(revision).meta({ id: 'Revisions' });
export const seriesPage = pageOf(listedSeries).meta({ id: 'SeriesList' });

export type EventsQuery = z.output<typeof eventsQuery>;
export type OccurrencesQuery = z.output<typeof occurrencesQuery>;
export type OccurrenceOutput = z.output<typeof occurrence>;
export type RevisionOutput = z.output<typeof revision>;
