import fc from 'fast-check';
import { nameKey, similarNames } from './name-key.js';

it.each([
  ['Barking & Dagenham Council', 'BARKING and  Dagenham council'],
  ['The Co-operative College', 'Co-operative College'],
  ['Co-operative College', 'Cooperative College '],
  ['People’s Trust Ltd.', "Peoples' Trust Limited"],
  ['Stoke-on-Trent City Council', 'Stoke on Trent City Council'],
  ['Llŷn Council', 'Llyn Council'],
  ['Sto\u0301r', 'Stór'],
  ['St. Helens Council', 'Saint Helens Council'],
])('%s is %s', (one, other) => {
  expect(nameKey(one)).toBe(nameKey(other));
});

it.each([
  ['Oldham Council', 'Oldham Town Council'],
  ['Oldham Council', 'Oldham Metropolitan Borough Council'],
  ['York Labour Group', 'York Liberal Democrat Group'],
  ['Theatre Trust', 'Atre Trust'],
  ['Ward 1 Council', 'Ward 2 Council'],
  ['例', '修'],
  ['!', '?'],
])('%s is not %s', (one, other) => {
  expect(nameKey(one)).not.toBe(nameKey(other));
});

it('the key of a name is never empty, and does not change with capitals, blanks or composition', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: fc.constantFrom(...'abzé&’. -1') }).filter((name) => name.trim() !== ''),
      (name) => {
        expect(nameKey(name)).not.toBe('');
        expect(nameKey(`  ${name.toUpperCase().normalize('NFD')} `)).toBe(nameKey(name));
      },
    ),
  );
});

describe('similarNames', () => {
  const others = ['Oldham Council', 'Oldham Town Council', 'Bristol City Council', 'City of London'].map(
    (name) => ({ name }),
  );
  it.each([
    ['Oldham Metropolitan Borough Council', ['Oldham Council']],
    ['Bristol Council', ['Bristol City Council']],
    ['oldham council', []],
    ['Oldham Town Cooperative Council', ['Oldham Town Council']],
    ['Council', []],
    ['Salford Council', []],
  ])('%s may be %j', (name, found) => {
    expect(similarNames(name, others).map((other) => other.name)).toEqual(found);
  });
});
