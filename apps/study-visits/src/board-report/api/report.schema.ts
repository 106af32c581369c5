import { z } from 'zod';

export const reportInput = z
  .strictObject({
    purpose: z.string().default('').meta({ description: 'Blank: what the visit’s own page says.' }),
    learned: z.string().default(''),
    recommendations: z.string().default(''),
    cameTrue: z
      .array(z.strictObject({ riskId: z.uuid(), words: z.string() }))
      .default([])
      .meta({ description: 'Risks of the visit that came true, with what happened and what was done.' }),
  })
  .meta({ id: 'BoardReportInput' });

export const reportOutput = z
  .strictObject({
    purpose: z.string(),
    learned: z.string(),
    recommendations: z.string(),
    cameTrue: z.array(z.strictObject({ riskId: z.uuid(), hazard: z.string(), words: z.string() })),
    organisations: z.array(z.strictObject({ name: z.string(), delegates: z.int() })),
    delegates: z.int(),
    leaders: z.int(),
    costs: z.array(
      z.strictObject({
        category: z.string().nullable().meta({ description: '`null`: all of it.' }),
        plannedPence: z.int(),
        actualPence: z.int(),
        actualPerHead: z.int().nullable().meta({ description: 'Pence for each delegate.' }),
      }),
    ),
    fundedPence: z.int(),
    averages: z.array(z.strictObject({ question: z.string(), average: z.number().nullable() })),
    learning: z.array(z.strictObject({ title: z.string(), signature: z.string() })),
    erasedAt: z.string().nullable(),
    version: z.int().meta({ description: '0 while nothing is written.' }),
  })
  .meta({ id: 'BoardReport' });
