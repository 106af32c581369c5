import { z } from 'zod';
import { handovers } from '../domain/pattern.js';
import { shiftSources } from '../domain/shift.js';

const instant = z.iso.datetime({ offset: true });

export const shiftInput = z
  .strictObject({
    startsAt: instant,
    endsAt: instant,
    cover: z.number().meta({ description: 'How many are needed.' }),
    leads: z.number().default(0).meta({ description: 'How many of them have to lead.' }),
    skills: z.array(z.string()).max(40).default([]),
    label: z.string().default(''),
  })
  .meta({ id: 'ShiftInput' });

export const shiftOutput = z
  .strictObject({
    id: z.uuid(),
    startsAt: z.string(),
    endsAt: z.string(),
    day: z.iso.date().meta({ description: 'The day of the stand that it belongs to, also after midnight.' }),
    cover: z.int(),
    leads: z.int(),
    skills: z.array(z.string()),
    label: z.string(),
    source: z.enum(shiftSources),
    version: z.int(),
  })
  .meta({ id: 'Shift' });

export const shiftList = z.strictObject({ items: z.array(shiftOutput) }).meta({ id: 'Shifts' });

export const removalInput = z
  .strictObject({ shiftIds: z.array(z.string()).min(1).max(1000) })
  .meta({ id: 'ShiftsToRemove' });

export const removalOutput = z.strictObject({ removed: z.int() }).meta({ id: 'ShiftsRemoved' });

const dayPattern = z.strictObject({
  slotMinutes: z.number(),
  cover: z.number(),
  leads: z.number().default(0),
  handover: z.enum(handovers).default('none'),
  handoverMinutes: z.number().default(0),
});

export const patternInput = z
  .strictObject({
    'build-up': dayPattern.optional(),
    open: dayPattern.optional(),
    'break-down': dayPattern.optional(),
  })
  .meta({ id: 'ShiftPattern', description: 'How the days of each kind are cut into shifts.' });

export const patternRun = z
  .strictObject({
    pattern: patternInput,
    version: z.int32().min(0).meta({ description: 'That of the preview.' }),
  })
  .meta({ id: 'ShiftPatternRun' });

const pin = z.strictObject({ shiftId: z.string(), memberId: z.string() });

export const planOutput = z
  .strictObject({
    version: z.int().meta({ description: 'Of the draft that this is of; to be sent when it is done.' }),
    added: z.array(
      z.strictObject({ startsAt: z.string(), endsAt: z.string(), cover: z.int(), leads: z.int() }),
    ),
    kept: z.array(z.string()).meta({ description: 'Shifts at the same time as before, by their ids.' }),
    changed: z.array(z.strictObject({ id: z.string(), cover: z.int(), leads: z.int() })),
    removed: z.array(z.string()),
    byHand: z.array(z.string()).meta({ description: 'They stay as they are.' }),
    carriedPins: z.array(pin),
    lostPins: z.array(pin),
    lostPlaces: z.int(),
    told: z.int().meta({ description: 'How many people know of shifts that are replaced.' }),
  })
  .meta({ id: 'ShiftPatternPlan' });
