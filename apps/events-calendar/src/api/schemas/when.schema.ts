import { z } from 'zod';

const written =
  'A time on the wall clock of `zone` (`2026-06-01T14:00`), a day (`2026-06-01`) or, where only that is known, a month ' +
  '(`2026-06`).';

const zone = z
  .string()
  .meta({ description: 'A time zone of the IANA database.', examples: ['Europe/London'] });

const examples = ['2026-06-01T14:00', '2026-06-01', '2026-06'];

export const whenInput = z
  .strictObject({
    start: z.string().meta({ description: `${written} A time may also have an offset or Z.`, examples }),
    end: z
      .string()
      .nullable()
      .default(null)
      .meta({
        description:
          'Written as the start is; the last day for whole days. It may be left out for a single day, a month and a deadline.',
        examples: ['2026-06-01T15:30', '2026-06-03'],
      }),
    zone,
  })
  .meta({ id: 'WhenInput' });

export const whenOutput = z
  .strictObject({
    start: z.string().meta({
      description: `${written} With an offset where the clocks go back and the second of two equal times is meant.`,
      examples,
    }),
    end: z.string().meta({
      description: 'Written as the start is; the last day for whole days, the same month for a month.',
      examples: ['2026-06-01T15:30', '2026-06-03', '2026-06'],
    }),
    zone,
    startInstant: z.iso.datetime().meta({
      description: 'The exact beginning: for days and months, where the first of them begins in the zone.',
      examples: ['2026-06-01T13:00:00Z'],
    }),
    endInstant: z.iso.datetime().meta({
      description:
        'The first instant after it: for days and months, where the last of them ends in the zone.',
      examples: ['2026-06-01T14:30:00Z'],
    }),
  })
  .meta({ id: 'When' });

export type WhenInput = z.output<typeof whenInput>;
export type WhenOutput = z.output<typeof whenOutput>;
