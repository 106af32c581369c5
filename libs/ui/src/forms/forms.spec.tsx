import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { parseFragment, type DefaultTreeAdapterTypes } from 'parse5';
import type { VNode } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { Checkboxes } from '../components/checkboxes.js';
import { DateInput } from '../components/date-input.js';
import { FileUpload } from '../components/file-upload.js';
import { Input } from '../components/input.js';
import { Radios } from '../components/radios.js';
import { Select } from '../components/select.js';
import { Textarea } from '../components/textarea.js';
import { dateField, field, fieldId } from './field.js';
import { FormErrors } from './form-errors.js';
import { form, withErrors, type Form } from './form.js';
import { HiddenFields } from './hidden-fields.js';
import { submittedValues } from './submitted-values.js';

type Element = DefaultTreeAdapterTypes.Element;

const TAGS = ['climate', 'food', 'housing'].map((value) => ({ text: value, value }));
const KINDS = ['meeting', 'launch', 'workshop'].map((value) => ({ text: value, value }));

function EventForm({ form }: { readonly form: Form }) {
  return (
    <form>
      <FormErrors form={form} />
      <Input label="Title" {...field(form, 'title')} />
      <Textarea label="Description" hint="In Markdown" {...field(form, 'description')} />
      <Select label="Kind" items={KINDS} {...field(form, 'kind')} />
      <Radios fieldset={{ legend: 'Main tag' }} items={TAGS} {...field(form, 'mainTag')} />
      <Checkboxes fieldset={{ legend: 'Tags' }} items={TAGS} {...field(form, 'tags')} />
      <DateInput fieldset={{ legend: 'Start' }} {...dateField(form, 'start')} />
      <Input label="Place" {...field(form, 'place.name')} />
      <FileUpload label="Poster" {...field(form, 'poster')} />
      <HiddenFields values={{ version: '3', ids: ['a', 'b'] }} />
    </form>
  );
}

const FIELDS = ['title', 'description', 'kind', 'mainTag', 'tags', 'start', 'place.name', 'poster'];

function elementsOf(page: VNode): readonly Element[] {
  const found: Element[] = [];
  const visit = (node: DefaultTreeAdapterTypes.ChildNode) => {
    if (!('tagName' in node)) return;
    found.push(node);
    node.childNodes.forEach(visit);
  };
  parseFragment(renderToString(page)).childNodes.forEach(visit);
  return found;
}

function attribute({ attrs }: Element, name: string): string | undefined {
  return attrs.find((attr) => attr.name === name)?.value;
}

function textOf(node: DefaultTreeAdapterTypes.ChildNode): string {
  if ('value' in node) return node.value;
  return 'childNodes' in node ? node.childNodes.map(textOf).join('') : '';
}

/** What a browser would send of the page, without files. */
function sentBy(elements: readonly Element[]): Record<string, string[]> {
  const sent: Record<string, string[]> = {};
  for (const element of elements) {
    const name = attribute(element, 'name');
    if (name === undefined || attribute(element, 'type') === 'file') continue;
    (sent[name] ??= []).push(...valuesOf(element));
  }
  return sent;
}

function valuesOf(element: Element): readonly string[] {
  if (element.tagName === 'textarea') return [textOf(element)];
  if (element.tagName === 'select') {
    const options = element.childNodes.filter((node) => 'tagName' in node);
    const chosen = options.find((option) => attribute(option, 'selected') !== undefined);
    return [attribute(chosen ?? element, 'value') ?? ''];
  }
  const isChoice = ['radio', 'checkbox'].includes(attribute(element, 'type') ?? '');
  if (isChoice && attribute(element, 'checked') === undefined) return [];
  return [attribute(element, 'value') ?? ''];
}

const text = fc.string({ unit: 'binary' }).map((written) => submittedValues({ written })['written'] ?? '');
const value = (from: readonly { readonly value: string }[]) =>
  fc.constantFrom(...from.map((item) => item.value));
const sentForm = fc.record({
  title: text,
  description: fc.oneof(text, fc.constantFrom('\n\ntwo lines first', ' \n', '</textarea><b>')),
  kind: value(KINDS),
  mainTag: value(TAGS),
  tags: fc.subarray(TAGS.map((tag) => tag.value)),
  'start.day': text,
  'start.month': text,
  'start.year': text,
  'place.name': text,
});

test('a form shown again holds what was sent, whatever it was', () => {
  fc.assert(
    fc.property(sentForm, (sent) => {
      const shown = form(sent, [{ field: 'title', message: 'Enter a title' }]);
      const { version, ids, ...again } = sentBy(elementsOf(<EventForm form={shown} />));
      expect(again).toEqual(
        Object.fromEntries(Object.entries(sent).map(([name, given]) => [name, [given].flat()])),
      );
      expect([version, ids]).toEqual([['3'], ['a', 'b']]);
    }),
  );
});

const SENT = {
  title: '',
  description: '',
  kind: 'meeting',
  'start.day': '',
  'start.month': '',
  'start.year': '',
  'place.name': '',
};

test.each([...FIELDS, 'start.day', 'start.year'])('an error of %s leads to its control', (name) => {
  const shown = form(SENT, [{ field: name, message: 'Put this right' }]);
  const elements = elementsOf(<EventForm form={shown} />);
  const link = elements.find((element) => element.tagName === 'a');
  const target = elements.find(
    (element) => `#${attribute(element, 'id')}` === attribute(link ?? element, 'href'),
  );
  expect(['input', 'select', 'textarea']).toContain(target?.tagName);
  const controlName = name === 'start' ? 'start.day' : name;
  expect(target && attribute(target, 'name')).toBe(controlName);
  // The message is with the control too, and described by it or by its group.
  const message = elements.find((element) => attribute(element, 'class') === 'govuk-error-message');
  const describedBy = elements.map((element) => attribute(element, 'aria-describedby') ?? '').join(' ');
  expect(describedBy.split(' ')).toContain(message && attribute(message, 'id'));
});

test('an id has nothing in it that a list of ids or a selector would stumble over', () => {
  expect(fieldId('place.name')).toBe('place-name');
  expect(fieldId('people[0] dietary needs')).toBe('people-0-dietary-needs');
});

test('ids on a page are unique', () => {
  const ids = elementsOf(<EventForm form={form()} />).flatMap((element) => attribute(element, 'id') ?? []);
  expect(ids).toEqual([...new Set(ids)]);
});

test('only the wrong box of a date is marked, and all of them if the whole date is wrong', () => {
  const marked = (field: string) =>
    elementsOf(<EventForm form={form(SENT, [{ field, message: 'Wrong' }])} />)
      .filter((element) => attribute(element, 'class')?.includes('govuk-input--error'))
      .map((element) => attribute(element, 'name'));
  expect(marked('start.year')).toEqual(['start.year']);
  expect(marked('start')).toEqual(['start.day', 'start.month', 'start.year']);
});

test('errors of two boxes of a date are both said at the date', () => {
  const shown = form(SENT, [
    { field: 'start.day', message: 'Enter a day' },
    { field: 'start.year', message: 'Enter a year' },
  ]);
  const message = elementsOf(<EventForm form={shown} />).find(
    (element) => attribute(element, 'class') === 'govuk-error-message',
  );
  expect(renderToString(<>{dateField(shown, 'start').errorMessage}</>)).toBe('Enter a day<br/>Enter a year');
  expect(message && textOf(message)).toContain('Enter a day');
});

test('an error of the form as a whole is said without a link', () => {
  const shown = withErrors(form(SENT), [{ field: '', message: 'Somebody else changed this event' }]);
  const html = renderToString(<FormErrors form={shown} />);
  expect(html).toContain('<li>Somebody else changed this event</li>');
  expect(renderToString(<FormErrors form={form(SENT)} />)).toBe('');
});

test('a field has one error, the form any number', () => {
  const errors = [
    { field: 'title', message: 'Enter a title' },
    { field: '', message: 'One' },
    { field: 'title', message: 'Make it shorter' },
    { field: '', message: 'Two' },
  ];
  expect(form({}, errors).errors.map((error) => error.message)).toEqual(['Enter a title', 'One', 'Two']);
});
