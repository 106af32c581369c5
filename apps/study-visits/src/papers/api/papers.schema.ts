import { z } from 'zod';
import { longestEmergencyText } from '../domain/emergency-text.js';
import type { OwnKind } from '../own/own-papers.js';

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

/** What the API calls each of a traveller’s papers. */
export const ownKindNames = {
  programme: 'traveller',
  'emergency-card': 'emergency-card',
} as const satisfies Record<string, OwnKind>;

/** `null`: there is no such paper. */
export const ownKindOf = (name: string): OwnKind | null =>
  Object.entries(ownKindNames).find(([each]) => each === name)?.[1] ?? null;

const issued = z
  .strictObject({ number: z.int(), madeAt: instant })
  .nullable()
  .meta({ description: 'The last version; `null`: nobody has taken one out yet.' });

export const issuedOutput = z
  .strictObject({
    items: z.array(
      z.strictObject({
        travellerId: z.uuid(),
        number: z.int(),
        name: z.string(),
        programme: issued,
        emergencyCard: issued,
      }),
    ),
  })
  .meta({ id: 'IssuedPapers' });

const text = {
  ifLost: z
    .string()
    .meta({ description: `Where somebody goes who is lost; ${longestEmergencyText} characters.` }),
  more: z.string().meta({ description: `What else helps; ${longestEmergencyText} characters.` }),
};

export const emergencyTextInput = z.strictObject(text).meta({ id: 'EmergencyCardInput' });

export const emergencyTextOutput = z
  .strictObject({ ...text, version: z.int() })
  .meta({ id: 'EmergencyCard' });

export const makingOutput = z
  .strictObject({
    id: z.uuid(),
    status: z.enum(['waiting', 'running', 'done', 'failed', 'cancelled']),
    askedAt: instant,
    total: z.int().meta({ description: 'How many travellers there were when it was asked for.' }),
    done: z.int().meta({ description: 'For how many of them there are files.' }),
    finishedAt: instant.nullable(),
    error: z.string().nullable(),
  })
  .meta({ id: 'PaperMaking' });
