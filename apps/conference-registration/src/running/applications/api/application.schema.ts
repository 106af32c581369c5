import { z } from 'zod';
import { pageOf, paging } from '#platform';
import { decisions } from '../decision.js';

export const applicationsQuery = z.strictObject(paging);

export const applicationOutput = z
  .strictObject({
    delegateId: z.uuid(),
    booking: z.string().meta({ description: 'The booking’s reference.' }),
    number: z.int().meta({ description: 'Within the booking.' }),
    name: z.string(),
    organisation: z.string(),
    status: z.enum(['applied', 'reserve']),
    tickets: z.array(z.string()),
    appliedAt: z.iso.datetime(),
    answers: z
      .array(z.strictObject({ question: z.string(), answer: z.string() }))
      .meta({ description: 'Those on which it hangs; nothing private.' }),
  })
  .meta({ id: 'Application' });

export const applicationsPage = pageOf(applicationOutput);

export const decisionInput = z
  .strictObject({
    delegateIds: z.array(z.uuid()).min(1).max(200),
    decision: z.enum(decisions),
    reason: z
      .string()
      .default('')
      .meta({ description: 'They are told in these words. `accept` needs none.' }),
  })
  .meta({ id: 'ApplicationDecision' });

export const decidedOutput = z
  .strictObject({
    decided: z
      .array(z.strictObject({ booking: z.string(), delegates: z.array(z.int()) }))
      .meta({ description: 'Those about whom it was decided now; others had been decided before.' }),
  })
  .meta({ id: 'DecidedApplications' });

export type ApplicationOutput = z.output<typeof applicationOutput>;
