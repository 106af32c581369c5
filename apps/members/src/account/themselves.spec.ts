import { visitor, type Identity } from '#platform';
import { themselves } from './themselves.js';

const person: Identity = { ...visitor, personId: 'p1', name: 'Ada', roles: ['person'], via: 'session' };

describe('themselves', () => {
  it('is a person in their browser', () => {
    expect(themselves({ identity: person })).toBe(person);
  });

  it.each([
    ['a visitor', visitor],
    ['staff who act for the person', { ...person, actor: { personId: 'p2', name: 'Sam' } }],
    ['a program with a token of the person’s', { ...person, via: 'api' }],
  ] as const)('is not %s', (_, identity) => {
    expect(() => themselves({ identity })).toThrow(/^forbidden/);
  });
});
