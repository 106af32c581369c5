import { conflict, unprocessable } from '#platform';
import { refusedFields } from './refused-form.js';

const problem = (field: string) => ({ field, code: 'wrong', message: `Change ${field}.` });

it('puts the errors in the order of the page, and what has no control on the whole form', () => {
  const refused = unprocessable(['on', 'secret', 'name', 'until.day'].map(problem));
  expect(refusedFields(refused, ['name', 'until', 'on.day', 'on.month'])).toEqual([
    { field: '', message: 'Change secret.' },
    { field: 'name', message: 'Change name.' },
    { field: 'until.day', message: 'Change until.day.' },
    { field: 'on', message: 'Change on.' },
  ]);
});

it('throws whatever is no refusal of fields', () => {
  expect(() => refusedFields(conflict('x', 'y'), [])).toThrow('x: y');
  expect(() => refusedFields(new Error('broken'), [])).toThrow('broken');
});
