import { z } from 'zod';
import { liveWays } from '../domain/live-change.js';

const text = z.string();
const instant = z.iso.datetime();
const itemChange = z.strictObject({
  itemId: text,
  title: text,
  day: text,
  what: z.enum(['added', 'changed', 'removed']),
  changes: z.array(z.strictObject({ field: text, before: text, after: text })),
});

const asked = {
  way: z.enum(liveWays).meta({
    description:
      'What is different; `back` takes the latest change back, `as-planned` publishes what is planned of it.',
  }),
  from: text
    .default('')
    .meta({ description: 'For `time`: by the clock there, on the same day, like `14:30`.' }),
  until: text.default('').meta({ description: 'For `time`; it lasts as long as before unless given.' }),
  place: text.default('').meta({ description: 'For `place`: what it is called.' }),
  address: text.default('').meta({ description: 'For `place`.' }),
  why: text.default('').meta({ description: 'All who are told read it; `off` demands it.' }),
};

export const liveChangeInput = z
  .strictObject({
    ...asked,
    tellHosts: z
      .boolean()
      .default(false)
      .meta({ description: 'Writes to its host and its interpreters, too.' }),
    version: z.int().meta({ description: 'Of the item, as it was read.' }),
  })
  .meta({ id: 'LiveChangeInput' });

export const livePreviewQuery = z.object(asked);

export const liveChangeOutput = z
  .strictObject({
    id: text,
    itemId: text,
    way: z.enum(liveWays),
    why: text,
    at: instant,
    changes: z.array(itemChange),
    told: z.int(),
    unseen: z.int().meta({ description: 'Of those told who still travel.' }),
    version: z.int().meta({ description: 'Of the publication that it made.' }),
  })
  .meta({ id: 'LiveChange' });

export const liveChangesOutput = z
  .strictObject({ items: z.array(liveChangeOutput) })
  .meta({ id: 'LiveChanges' });

export const livePreviewOutput = z
  .strictObject({
    ways: z.array(z.enum(liveWays)).meta({ description: 'What can be done with the item as it stands.' }),
    changes: z.array(itemChange),
    problems: z
      .array(z.strictObject({ code: text, itemIds: z.array(text), message: text }))
      .meta({ description: 'What would be amiss that is not so now.' }),
    travellers: z.int().meta({ description: 'How many would be told.' }),
    hosts: z.array(text),
    interpreters: z.array(text),
    version: z.int().meta({ description: 'Of the item, to be sent with the change.' }),
  })
  .meta({ id: 'LiveChangePreview' });

export type LiveChangeJsonInput = z.output<typeof liveChangeInput>;
