import { z } from 'zod';

const count = z.strictObject({
  answer: z.string(),
  all: z.int(),
  byDay: z.array(z.int()).meta({ description: 'In the order of `days`.' }),
  byTicket: z.array(z.int()).meta({ description: 'In the order of `tickets`.' }),
});

export const needsOutput = z
  .strictObject({
    days: z.array(z.iso.date()),
    tickets: z.array(z.strictObject({ id: z.uuid(), name: z.string() })),
    questions: z.array(
      z.strictObject({ id: z.uuid(), question: z.string(), answers: z.array(count), asked: count }),
    ),
  })
  .meta({ id: 'Needs' });

export type NeedsOutput = z.output<typeof needsOutput>;
