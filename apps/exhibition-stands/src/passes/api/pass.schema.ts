import { z } from 'zod';
import { passActs, passStatuses } from '../domain/pass.js';

const day = z.iso.date();

export const stepInput = z
  .strictObject({
    act: z.enum(passActs),
    memberIds: z.array(z.uuid()).min(1).max(2000),
    days: z.array(day).min(1).max(60),
    reason: z.string().default('').meta({ description: 'Why the host refused; only with `refuse`.' }),
  })
  .meta({ id: 'PassStep' });

export const changedOutput = z
  .strictObject({
    changed: z.int(),
    unchanged: z.int().meta({ description: 'Passes with which this could not be done from where they are.' }),
  })
  .meta({ id: 'PassesChanged' });

export const limitsInput = z
  .strictObject({
    limits: z
      .array(z.strictObject({ day, places: z.int().nullable().meta({ description: '`null`: no limit.' }) }))
      .max(60),
  })
  .meta({ id: 'PassLimits' });

export const passesOutput = z
  .strictObject({
    days: z.array(
      z.strictObject({
        day: z.string(),
        places: z.int().nullable(),
        taken: z.int(),
        left: z.int().nullable(),
      }),
    ),
    people: z.array(
      z.strictObject({
        memberId: z.uuid(),
        name: z.string(),
        passes: z.array(
          z.strictObject({ day: z.string(), status: z.enum(passStatuses), reason: z.string().nullable() }),
        ),
      }),
    ),
  })
  .meta({ id: 'Passes' });
