import { z } from 'zod';

const text = z.string();
const at = z.iso.datetime();

export const incidentInput = z
  .strictObject({
    day: z.iso.date(),
    whenAndWhere: text.default(''),
    who: text,
    what: text,
    done: text.default(''),
  })
  .meta({ id: 'IncidentInput' });

/** What an incident is listed as, and answered with when it is written to: nothing of what happened. */
export const listedIncident = z
  .strictObject({
    id: z.uuid(),
    number: z.int(),
    recordedAt: at,
    closedAt: at.nullable(),
    version: z.int(),
  })
  .meta({ id: 'ListedIncident' });

export const incidentsOutput = z.strictObject({ items: z.array(listedIncident) }).meta({ id: 'Incidents' });

export const incidentOutput = z
  .strictObject({
    ...listedIncident.shape,
    account: z.strictObject({ day: z.iso.date(), whenAndWhere: text, who: text, what: text, done: text }),
    recordedBy: text,
    entries: z.array(
      z.strictObject({
        id: z.uuid(),
        kind: z.enum(['note', 'action', 'account']),
        said: text,
        at,
        by: text,
        dueOn: z.iso.date().nullable(),
        doneAt: at.nullable(),
      }),
    ),
  })
  .meta({ id: 'Incident' });

export const noteInput = z.strictObject({ note: text }).meta({ id: 'IncidentNote' });

export const actionInput = z
  .strictObject({ words: text, dueOn: z.iso.date() })
  .meta({ id: 'IncidentAction' });

export const readerInput = z
  .strictObject({ email: text.meta({ description: 'That they sign in with.' }) })
  .meta({ id: 'IncidentReaderInput' });

export const keepingInput = z.strictObject({ keepYears: z.int() }).meta({ id: 'IncidentKeeping' });

export const readersOutput = z
  .strictObject({
    items: z.array(z.strictObject({ personId: text, name: text, namedAt: at })),
    keepYears: z.int(),
  })
  .meta({ id: 'IncidentReaders' });

export type ListedIncidentOutput = z.output<typeof listedIncident>;
export type IncidentOutput = z.output<typeof incidentOutput>;
export type ReadersOutput = z.output<typeof readersOutput>;
