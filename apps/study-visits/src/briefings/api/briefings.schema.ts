import { z } from 'zod';

const day = z.iso.date();
const phone = z.strictObject({ name: z.string(), role: z.string(), phone: z.string() });

export const wordsInput = z.strictObject({
  words: z.string().meta({ description: 'A word to everybody, plain text.' }),
  bring: z.string().meta({ description: 'What to have with one, plain text.' }),
});

export const briefingSettingsInput = z.strictObject({
  isSending: z.boolean(),
  sendAt: z.string().meta({ description: 'On the visit’s clock, of the day before: 18:00. From 12:00 on.' }),
});

export const briefingSettingsOutput = briefingSettingsInput
  .extend({ version: z.int() })
  .meta({ id: 'BriefingSettings' });

export const briefingDaysOutput = z
  .strictObject({
    items: z.array(z.strictObject({ day, things: z.int(), sent: z.int() })),
  })
  .meta({ id: 'BriefingDays' });

export const briefingDayOutput = z
  .strictObject({
    day,
    ...wordsInput.shape,
    version: z.int().meta({ description: 'Of the words; 0: nobody wrote any.' }),
    publishedVersion: z.int().nullable(),
    unpublished: z.int().meta({ description: 'So many things of the day differ from what travellers read.' }),
    sent: z.int(),
    things: z.array(
      z.strictObject({
        id: z.string(),
        title: z.string(),
        kind: z.string(),
        start: z.string(),
        startZone: z.string(),
        end: z.string(),
        endZone: z.string(),
        isOff: z.boolean(),
        forWhom: z.string(),
        travellers: z.int(),
        host: z.string().nullable(),
        interpreters: z.array(z.string()),
        needsInterpreter: z.boolean(),
        diets: z
          .strictObject({ eating: z.int(), told: z.int(), open: z.int() })
          .nullable()
          .meta({ description: 'Of a meal: how many eat, told of something they need, have not answered.' }),
      }),
    ),
  })
  .meta({ id: 'BriefingDay' });

const fact = z.strictObject({ name: z.string(), value: z.string() });

export const ownBriefingOutput = z
  .strictObject({
    day,
    version: z.int().nullable().meta({ description: '`null`: nothing is planned for them on this day.' }),
    madeAt: z.iso.datetime().nullable(),
    title: z.string(),
    about: z.array(fact),
    things: z.array(
      z.strictObject({
        time: z.string(),
        title: z.string(),
        facts: z.array(fact),
        text: z.string(),
        mark: z.enum(['same', 'new', 'changed', 'cancelled', 'gone']),
      }),
    ),
    rings: z.array(phone),
  })
  .meta({ id: 'OwnBriefing' });
