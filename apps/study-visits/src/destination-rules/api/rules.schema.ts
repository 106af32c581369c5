import { z } from 'zod';
import { markStatuses, readinessItems } from '../../readiness/domain/item.js';
import { authorisationStates, countedFroms } from '../domain/rule.js';

const day = z.iso.date().meta({ examples: ['2027-01-31'] });

const figures = z
  .discriminatedUnion('kind', [
    z.strictObject({
      kind: z.literal('passport'),
      data: z.strictObject({
        needed: z.boolean(),
        issuedWithinYears: z.int().nullable().meta({ description: '`null`: whenever it was issued.' }),
        validMonths: z.int().meta({ description: '0: to the last day, and no longer.' }),
        countedFrom: z.enum(countedFroms),
      }),
    }),
    z.strictObject({
      kind: z.literal('stay'),
      data: z.strictObject({ days: z.int(), withinDays: z.int() }),
    }),
    z.strictObject({ kind: z.literal('border'), data: z.strictObject({ name: z.string() }) }),
    z.strictObject({
      kind: z.literal('authorisation'),
      data: z.strictObject({ name: z.string(), state: z.enum(authorisationStates), cost: z.string() }),
    }),
    z.strictObject({
      kind: z.literal('emergency'),
      data: z.strictObject({ number: z.string(), services: z.string() }),
    }),
  ])
  .meta({ id: 'RuleFigures' });

const about = {
  destination: z.string().meta({ description: 'The code of a group of countries: `schengen`.' }),
  nationals: z.string().nullable().meta({ description: 'Likewise; `null`: everybody else.' }),
  validFrom: day,
  source: z.string(),
  checkedOn: day.nullable(),
  note: z.string(),
};

export const ruleInput = z.strictObject({ ...about, rule: figures }).meta({ id: 'DestinationRuleInput' });

export const ruleOutput = z
  .strictObject({ id: z.uuid(), ...about, rule: figures, version: z.int() })
  .meta({ id: 'DestinationRule' });

const group = {
  title: z.string(),
  countries: z.array(z.string()).meta({ description: 'ISO 3166-1, two letters each.' }),
  source: z.string(),
  checkedOn: day.nullable(),
};

export const groupInput = z.strictObject(group).meta({ id: 'CountryGroupInput' });

export const groupOutput = z
  .strictObject({ code: z.string(), ...group, version: z.int() })
  .meta({ id: 'CountryGroup' });

export const rulesOutput = z
  .strictObject({ rules: z.array(ruleOutput), groups: z.array(groupOutput) })
  .meta({ id: 'DestinationRules' });

export const savedOutput = z
  .strictObject({
    about: z.string().meta({ description: 'The rule’s id, or the group’s code.' }),
    changeId: z.uuid().nullable().meta({ description: '`null`: nothing was changed.' }),
    changed: z.int().meta({ description: 'How many travellers’ marks became another.' }),
    told: z.int().meta({ description: 'How many of them were written to.' }),
  })
  .meta({ id: 'SavedDestinationRules' });

export const changeOutput = z
  .strictObject({
    id: z.uuid(),
    at: z.string(),
    personName: z.string(),
    action: z.string(),
    changes: z.array(z.strictObject({ field: z.string(), before: z.string(), after: z.string() })),
    marks: z.array(
      z.strictObject({
        visitId: z.uuid(),
        travellerId: z.uuid(),
        travellerName: z.string(),
        item: z.enum(readinessItems),
        before: z.enum(markStatuses),
        after: z.enum(markStatuses),
        isTold: z.boolean(),
      }),
    ),
  })
  .meta({ id: 'DestinationRuleChange' });
