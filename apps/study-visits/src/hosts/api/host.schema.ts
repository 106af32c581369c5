import { z } from 'zod';
import { hostKinds } from '../domain/host.js';

const text = z.string();
const point = z
  .strictObject({ lat: z.number(), lon: z.number() })
  .meta({ id: 'Point', description: 'Degrees, north and east positive.' });
const contact = z.strictObject({
  name: text,
  role: text,
  phone: text.nullable(),
  email: text.nullable(),
});

export const hostInput = z
  .strictObject({
    name: text,
    kind: text.meta({ description: `One of ${hostKinds.join(', ')}.` }),
    address: text.default(''),
    point: point.nullable().default(null),
    website: text.default(''),
    contacts: z
      .array(contact)
      .default([])
      .meta({ description: 'Forgotten two years after the last visit there.' }),
    notes: text.default(''),
  })
  .meta({ id: 'HostInput' });

export const hostOutput = z
  .strictObject({
    id: text,
    name: text,
    kind: z.enum(hostKinds),
    address: text.nullable(),
    point: point.nullable(),
    website: text.nullable(),
    contacts: z.array(contact),
    notes: text,
    visits: z.array(z.strictObject({ id: text, title: text, firstDay: text, items: z.int() })),
    version: z.int(),
  })
  .meta({ id: 'Host' });

export const hostsOutput = z
  .strictObject({ items: z.array(hostOutput.omit({ visits: true })) })
  .meta({ id: 'Hosts' });

export const mergeInput = z
  .strictObject({ into: text.meta({ description: 'The host that stays.' }) })
  .meta({ id: 'HostMerge' });

export const interpreterInput = z
  .strictObject({
    name: text,
    languages: z.array(text),
    email: text.nullable().default(null),
    phone: text.nullable().default(null),
    notes: text.default(''),
  })
  .meta({ id: 'InterpreterInput' });

export const interpreterOutput = z
  .strictObject({
    id: text,
    name: text,
    languages: z.array(text),
    email: text.nullable(),
    phone: text.nullable(),
    notes: text,
    version: z.int(),
  })
  .meta({ id: 'Interpreter' });

export const interpretersOutput = z
  .strictObject({ items: z.array(interpreterOutput) })
  .meta({ id: 'Interpreters' });

export type HostJsonInput = z.output<typeof hostInput>;
