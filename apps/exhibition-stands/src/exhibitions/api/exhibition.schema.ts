import { z } from 'zod';
import { pageOf, paging } from '#platform';
import { dayKinds } from '../domain/exhibition.js';

const text = z.string();
const optional = text.nullable().default(null);
const statuses = ['draft', 'published', 'over', 'cancelled'] as const;

const contact = z
  .strictObject({ name: text, role: text.default(''), phone: optional, email: optional })
  .meta({ id: 'ExhibitionContact' });

const day = z
  .strictObject({
    day: z.iso.date(),
    kind: text.meta({ description: `One of ${dayKinds.join(', ')}.` }),
    opens: text.meta({ description: 'On the clock there: `09:30`.' }),
    closes: text.meta({ description: 'Not after `opens`: on the next day.' }),
  })
  .meta({ id: 'ExhibitionDay' });

const details = {
  title: text,
  slug: optional.meta({
    description: 'Its name in addresses; `null`: as title and year give it. It stays once published.',
  }),
  host: text.meta({ description: 'Whose conference it is.' }),
  city: text,
  venue: optional,
  hall: optional,
  standNumber: optional,
  zone: text.default('Europe/London').meta({ description: 'An IANA time zone.' }),
  summary: text.default(''),
  description: text.default('').meta({ description: 'Markdown.' }),
  contacts: z.array(contact).max(30, 'has too many contacts').default([]),
  passesNeeded: z.boolean().default(false),
  walkingMinutes: z.int().default(10),
  swapsNeedApproval: z.boolean().default(false),
};

/** What staff write about an exhibition, but for its days. */
export const exhibitionInput = z.strictObject(details).meta({ id: 'ExhibitionInput' });

export const daysInput = z
  .strictObject({ days: z.array(day).max(50, 'has too many days') })
  .meta({ id: 'ExhibitionDays' });

export const newExhibitionInput = z
  .strictObject({ ...details, ...daysInput.shape })
  .meta({ id: 'NewExhibitionInput' });

const settings = {
  rules: z.strictObject({
    maxConsecutiveSlots: z.number(),
    breakMinutes: z.number(),
    restMinutes: z.number(),
    maxMinutesPerDay: z.number(),
    firstTimersPerExperienced: z.number(),
  }),
  weights: z.strictObject({
    short: z.number().default(1000),
    fairness: z.number(),
    preference: z.number(),
    days: z.number(),
    change: z.number(),
  }),
};

export const rotaSettingsInput = z.strictObject(settings).meta({ id: 'RotaSettings' });

const thing = z.strictObject({
  kind: text,
  label: text.default(''),
  x: z.number().meta({ description: 'Centimetres from the left, seen from the front.' }),
  y: z.number().meta({ description: 'Centimetres from the back.' }),
  width: z.number(),
  depth: z.number(),
});

/** All lengths are centimetres. */
export const sketchInput = z
  .strictObject({
    width: z.number(),
    depth: z.number(),
    things: z.array(thing).max(100, 'has too many things').default([]),
  })
  .meta({ id: 'StandFloor' });

export const sketchOutput = z.strictObject({ floor: sketchInput.nullable() });

const dayOutput = z.strictObject({
  day: z.iso.date(),
  kind: z.enum(dayKinds),
  opens: text,
  closes: text,
  start: z.iso.datetime(),
  end: z.iso.datetime(),
});

export const exhibitionOutput = z
  .strictObject({
    id: z.uuid(),
    slug: text,
    title: text,
    status: z.enum(statuses),
    statusReason: text.nullable(),
    host: text,
    city: text,
    venue: text.nullable(),
    hall: text.nullable(),
    standNumber: text.nullable(),
    zone: text,
    firstDay: z.iso.date(),
    lastDay: z.iso.date(),
    summary: text,
    description: text,
    days: z.array(dayOutput).meta({ description: 'Build-up and break-down are shown to staff only.' }),
    version: z.int(),
    page: z.url().meta({ description: 'Where everybody reads of it, once it is published.' }),
    staff: z
      .strictObject({
        contacts: z.array(
          z.strictObject({ name: text, role: text, phone: text.nullable(), email: text.nullable() }),
        ),
        passesNeeded: z.boolean(),
        walkingMinutes: z.int(),
        swapsNeedApproval: z.boolean(),
        ...settings,
      })
      .optional()
      .meta({ description: 'What only staff may know.' }),
  })
  .meta({ id: 'Exhibition' });

export const statusInput = z
  .strictObject({
    status: z.enum(statuses),
    reason: text.default('').meta({ description: 'Why; everybody reads it. Needed to cancel.' }),
  })
  .meta({ id: 'ExhibitionStatusChange' });

export const copyInput = z
  .strictObject({
    title: text,
    firstDay: z.iso.date().meta({ description: 'On which the stand is open first; all dates move with it.' }),
  })
  .meta({ id: 'ExhibitionCopy' });

export const exhibitionsQuery = z.strictObject(paging);
export const exhibitionsPage = pageOf(exhibitionOutput).meta({ id: 'Exhibitions' });

export const historyOutput = z
  .strictObject({
    items: z.array(
      z.strictObject({
        at: z.iso.datetime(),
        by: text.meta({ description: 'With who acted for the person, if somebody did.' }),
        action: text,
        reason: text.nullable(),
        changes: z.array(z.strictObject({ field: text, before: text, after: text })),
      }),
    ),
  })
  .meta({ id: 'ExhibitionHistory' });

export type ExhibitionJsonInput = z.output<typeof exhibitionInput>;
export type DaysJsonInput = z.output<typeof daysInput>;
export type RotaSettingsJsonInput = z.output<typeof rotaSettingsInput>;
export type SketchJsonInput = z.output<typeof sketchInput>;
export type ExhibitionOutput = z.output<typeof exhibitionOutput>;
