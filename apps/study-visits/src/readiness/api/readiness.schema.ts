import { z } from 'zod';
import { markStatuses, readinessItems } from '../domain/item.js';

const day = z.iso.date().meta({ examples: ['2027-01-31'] });

const mark = z.strictObject({
  status: z.enum(markStatuses),
  words: z.string().nullable().meta({ description: 'Why it will not do; never what somebody told.' }),
});

const marks = z.strictObject(
  Object.fromEntries(readinessItems.map((item) => [item, mark])) as Record<
    (typeof readinessItems)[number],
    typeof mark
  >,
);

export const readyOutput = z
  .strictObject({
    travellerId: z.uuid(),
    number: z.int(),
    name: z.string(),
    organisationName: z.string(),
    open: z.int().meta({ description: 'How many things are still to be done.' }),
    marks,
  })
  .meta({ id: 'ReadyTraveller' });

export const matrixOutput = z.strictObject({ items: z.array(readyOutput) }).meta({ id: 'Readiness' });

const versions = z
  .record(z.string(), z.int())
  .meta({ description: 'Of each thing that travellers tell, for If-Match; 0: nothing was told.' });

export const oneOutput = z
  .strictObject({ traveller: readyOutput, versions })
  .meta({ id: 'TravellerReadiness' });

export const ownOutput = z
  .strictObject({
    visit: z.strictObject({ title: z.string(), firstDay: day, lastDay: day }),
    open: z.int(),
    marks,
    versions,
  })
  .meta({ id: 'OwnReadiness' });

export const organisationOutput = z
  .strictObject({
    visits: z.array(
      z.strictObject({
        visitId: z.uuid(),
        title: z.string(),
        travellers: z.array(
          z.strictObject({
            name: z.string(),
            marks: z.record(z.string(), z.enum(['done', 'to-do', 'not-needed', 'not-asked'])),
          }),
        ),
      }),
    ),
  })
  .meta({ id: 'OrganisationReadiness' });

const needs = z
  .strictObject({
    text: z
      .string()
      .nullable()
      .meta({ description: '`null`: there is nothing, which is an answer as well.' }),
    hasAgreed: z.boolean().meta({ description: 'That it may be kept; needed where there is anything.' }),
  })
  .meta({ id: 'TravellerNeeds' });

/** What is sent of each thing. */
export const toldInputs = {
  passport: z
    .strictObject({
      passports: z
        .array(
          z.strictObject({
            number: z.string().meta({ description: 'Blank: as it is kept in this place.' }),
            nationality: z.string().meta({ description: 'ISO 3166-1, two letters.' }),
            bornOn: day.nullable().default(null).meta({ description: 'When its bearer was born.' }),
            issuedOn: day.nullable(),
            expiresOn: day.nullable(),
          }),
        )
        .min(1)
        .max(2),
    })
    .meta({ id: 'TravellerPassports' }),
  insurance: z
    .strictObject({
      company: z.string(),
      policyNumber: z.string(),
      phone: z.string(),
      from: day,
      until: day,
    })
    .meta({ id: 'TravellerInsurance' }),
  'emergency-contact': z
    .strictObject({
      name: z.string(),
      relation: z.string(),
      phone: z.string(),
      email: z.string().nullable().default(null),
    })
    .meta({ id: 'TravellerEmergencyContact' }),
  dietary: needs,
  access: needs,
  consent: z
    .strictObject({ hosts: z.boolean(), party: z.boolean(), photos: z.boolean() })
    .meta({ id: 'TravellerConsents' }),
} as const;

export const lookInput = z
  .strictObject({ items: z.array(z.string()).max(10), why: z.string() })
  .meta({ id: 'LookAtTraveller' });

export const lookOutput = z
  .strictObject({
    passport: z
      .array(
        z.strictObject({
          number: z.string(),
          nationality: z.string(),
          bornOn: day.nullable(),
          issuedOn: day.nullable(),
          expiresOn: day.nullable(),
        }),
      )
      .optional(),
    insurance: z
      .strictObject({
        company: z.string(),
        policyNumber: z.string(),
        phone: z.string(),
        from: day,
        until: day,
      })
      .optional(),
    'emergency-contact': z
      .strictObject({
        name: z.string(),
        relation: z.string(),
        phone: z.string(),
        email: z.string().nullable(),
      })
      .optional(),
    dietary: z.string().optional(),
    access: z.string().optional(),
  })
  .meta({ id: 'ToldByTraveller' });

export const settingsInput = z
  .strictObject({
    notNeeded: z.array(z.enum(readinessItems)),
    isChasing: z.boolean(),
    chaseDays: z.array(z.int()).max(100).meta({ description: 'Days before the first one.' }),
  })
  .meta({ id: 'ReadinessSettingsInput' });

export const settingsOutput = z
  .strictObject({
    notNeeded: z.array(z.enum(readinessItems)),
    isChasing: z.boolean(),
    chaseDays: z.array(z.int()),
    version: z.int(),
  })
  .meta({ id: 'ReadinessSettings' });
