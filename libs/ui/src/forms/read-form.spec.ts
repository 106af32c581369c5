import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { z } from 'zod';
import { nestedValues, type NestedValue } from './nested-values.js';
import { manyOf, readForm } from './read-form.js';
import { submittedValues } from './submitted-values.js';

const schema = z
  .object({
    title: z.string().trim().min(1, 'Enter a title'),
    kind: z.enum(['meeting', 'launch'], 'Choose a kind'),
    tags: manyOf(z.enum(['food', 'housing'], 'Choose from the tags shown')),
    start: z
      .object({ day: z.string().regex(/^\d+$/, 'Enter the day as a number'), year: z.string() })
      .refine(({ year }) => year === '2026', 'Enter a date in 2026'),
    places: z.array(z.object({ name: z.string().min(1, 'Enter the place’s name') })).default([]),
    note: z.string().max(3).optional(),
  })
  .refine(({ title }) => title !== 'Taken', { path: ['title'], message: 'Give another title' });

const SENT = { title: 'Call', kind: 'meeting', 'start.day': '1', 'start.year': '2026' };

const errorsOf = (body: unknown) => {
  const read = readForm(schema, body);
  return read.ok ? [] : read.form.errors;
};

test('what the schema made of the form, with what was sent', () => {
  const read = readForm(schema, {
    ...SENT,
    title: ' Call\r\n',
    'places.0.name': 'Hall',
    'places.1.name': 'Room',
  });
  expect(read).toMatchObject({
    ok: true,
    data: {
      title: 'Call',
      kind: 'meeting',
      tags: [],
      start: { day: '1', year: '2026' },
      places: [{ name: 'Hall' }, { name: 'Room' }],
    },
    form: { values: { title: ' Call\n' }, errors: [] },
  });
});

test.each([
  ['one checkbox', 'food', ['food']],
  ['two checkboxes', ['food', 'housing'], ['food', 'housing']],
])('%s', (_, tags, expected) => {
  const read = readForm(schema, { ...SENT, tags });
  expect(read.ok && read.data.tags).toEqual(expected);
});

test.each([
  ['a field', { title: '' }, 'title', 'Enter a title'],
  ['a field that was not sent', { kind: undefined }, 'kind', 'Choose a kind'],
  ['a part of a date', { 'start.day': 'x' }, 'start.day', 'Enter the day as a number'],
  ['a date as a whole', { 'start.year': '2025' }, 'start', 'Enter a date in 2026'],
  ['one of several checkboxes', { tags: ['food', 'none'] }, 'tags', 'Choose from the tags shown'],
  ['a numbered field', { 'places.0.name': '' }, 'places.0.name', 'Enter the place’s name'],
  ['a field against a rule of the whole', { title: 'Taken' }, 'title', 'Give another title'],
  ['a field whose schema has no words', { note: 'long' }, 'note', 'Check this answer'],
  ['a field without words or answer', { 'start.year': undefined }, 'start.year', 'Answer this question'],
])('an error of %s', (_, change, field, message) => {
  expect(errorsOf({ ...SENT, ...change })).toEqual([{ field, message }]);
});

test('errors come in the order of the schema’s fields, whichever was found first', () => {
  const rules = z
    .object({ start: z.string(), end: z.string() })
    .superRefine((_, context) => context.addIssue({ code: 'custom', path: ['end'], message: 'Second' }))
    .superRefine((_, context) => context.addIssue({ code: 'custom', path: ['start'], message: 'First' }))
    .transform((values) => values);
  const read = readForm(rules, { start: '', end: '' });
  expect(read.ok || read.form.errors.map((error) => error.message)).toEqual(['First', 'Second']);
});

test('an error without a path is the form’s', () => {
  const strict = z.object({ title: z.string() }).refine(() => false, 'Somebody else changed it');
  const read = readForm(strict, { title: 'x' });
  expect(read.ok || read.form.errors).toEqual([{ field: '', message: 'Somebody else changed it' }]);
});

test('a body that is no form has no values', () => {
  for (const body of [undefined, null, 7, 'text', [], new Date(0)]) {
    expect(readForm(z.object({}), body).form.values).toEqual(
      typeof body === 'string' ? expect.anything() : {},
    );
  }
  expect(submittedValues({ file: { filename: 'x' }, list: ['a', 1, 'b'], text: 'a\rb\0' })).toEqual({
    list: ['a', 'b'],
    text: 'a\nb',
  });
});

test('a name deeper than any form goes is left out', () => {
  expect(nestedValues({ [`a${'.a'.repeat(1_000_000)}`]: 'x', b: 'y' })).toEqual({ b: 'y' });
});

const namePart = fc.constantFrom('place', 'name', 'start', '0', '1', '__proto__', 'constructor', 'toString');
const names = fc.array(namePart, { minLength: 1, maxLength: 3 }).map((parts) => parts.join('.'));

test('every value of nested values is at the path of its name, and nothing else is', () => {
  fc.assert(
    fc.property(fc.dictionary(names, fc.string()), (values) => {
      const before = Object.getOwnPropertyNames(Object.prototype);
      const nested = nestedValues(values);
      const isStartOfAnother = (name: string) =>
        Object.keys(values).some((other) => other.startsWith(`${name}.`));
      const expected = Object.entries(values).filter(([name]) => !isStartOfAnother(name));
      expect(new Map(leaves(nested))).toEqual(new Map(expected));
      expect(Object.getOwnPropertyNames(Object.prototype)).toEqual(before);
    }),
  );
});

function leaves(value: NestedValue, path: readonly string[] = []): [string, NestedValue][] {
  if (typeof value === 'string') return [[path.join('.'), value]];
  return Object.entries(value).flatMap(([name, child]) => leaves(child, [...path, name]));
}
