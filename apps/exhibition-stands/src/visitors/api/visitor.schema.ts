import { z } from 'zod';
import { pageOf, paging } from '#platform';

const text = z.string();
const id = z.uuid();
const instant = z.iso.datetime();

export const visitorInput = z
  .strictObject({
    hasAgreed: z
      .boolean()
      .meta({ description: 'That they agreed to `consentWords`; otherwise nothing else is kept.' }),
    name: text.default(''),
    email: text.default(''),
    organisationName: text.nullable().default(null),
    interests: text.nullable().default(null),
  })
  .meta({ id: 'VisitorInput' });

export const recordedOutput = z
  .strictObject({
    id,
    as: z.enum(['agreed', 'known', 'counted']),
    consentWords: text.meta({ description: 'What people are to be shown.' }),
  })
  .meta({ id: 'VisitorRecorded' });

export const visitorOutput = z
  .strictObject({
    id,
    at: instant,
    name: text.nullable(),
    email: text.nullable(),
    organisationName: text.nullable(),
    interests: text.nullable(),
    consentAt: instant.nullable(),
    consentWords: text.nullable(),
    source: z.enum(['form', 'csv']),
  })
  .meta({ id: 'Visitor' });

export const visitorsQuery = z.object({ ...paging, q: text.max(200).default('') });

export const visitorsOutput = pageOf(visitorOutput).meta({ id: 'Visitors' });

export const countsOutput = z
  .strictObject({
    items: z.array(
      z.strictObject({
        startsAt: instant.nullable(),
        endsAt: instant.nullable(),
        visitors: z.int(),
        agreed: z.int(),
      }),
    ),
  })
  .meta({ id: 'VisitorCounts' });

export const listInput = z
  .strictObject({
    fileName: text.default('visitors.csv'),
    csv: text.meta({
      description: 'At most 10,000 rows; columns email, consent, name, organisation, interests, when.',
    }),
    consentWords: text.meta({ description: 'What those were shown who agreed.' }),
  })
  .meta({ id: 'VisitorListInput' });

export const listOutput = z
  .strictObject({
    id,
    fileName: text,
    rows: z.int(),
    agreed: z.int(),
    anonymous: z.int(),
    twice: z.array(z.int()),
    already: z.int(),
    problems: z.array(z.strictObject({ line: z.int(), message: text })),
    written: z.int().nullable(),
  })
  .meta({ id: 'VisitorList' });
