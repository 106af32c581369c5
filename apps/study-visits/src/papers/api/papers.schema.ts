import { z } from 'zod';

const instant = z.iso.datetime().meta({ examples: ['2027-02-12T09:30:00Z'] });

const fact = z.strictObject({ name: z.string(), value: z.string() });

const changes = z.array(z.strictObject({ field: z.string(), before: z.string(), after: z.string() }));

const entry = z
  .strictObject({
    key: z.string().meta({ description: 'The same from version to version, within its section.' }),
    time: z
      .string()
      .meta({ description: 'In words; blank if none.', examples: ['10am to 12 noon, Rome time'] }),
    title: z.string(),
    facts: z.array(fact),
    text: z.string(),
    mark: z.enum(['same', 'new', 'changed', 'cancelled', 'gone']).meta({
      description:
        'Since the version before. `cancelled`: it does not take place; `gone`: it is not on the paper any more.',
    }),
    why: z.string().nullable().meta({ description: 'Why it does not take place.' }),
    changes,
  })
  .meta({ id: 'PaperEntry' });

/** A version of a paper, with what is different since the one before. */
export const paperOutput = z
  .strictObject({
    number: z.int().meta({ description: 'The version: 1 for the first.' }),
    madeAt: instant,
    since: z
      .strictObject({ number: z.int(), madeAt: instant })
      .nullable()
      .meta({ description: 'The version since which changes are marked.' }),
    title: z.string(),
    about: z.array(fact),
    aboutChanges: changes,
    sections: z.array(
      z.strictObject({
        key: z.string(),
        title: z.string(),
        note: z.string().nullable(),
        entries: z.array(entry),
      }),
    ),
  })
  .meta({ id: 'Paper' });

export const ownPaperOutput = z
  .strictObject({
    paper: paperOutput.nullable().meta({ description: '`null`: nothing is published yet.' }),
  })
  .meta({ id: 'OwnPaper' });
