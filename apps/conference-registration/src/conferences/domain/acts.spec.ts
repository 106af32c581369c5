import { makesSomething } from './acts.js';

describe('an act in the history of a conference', () => {
  it.each([
    'conference-created',
    'conference-copied',
    'made the code CIVIC',
    'added the ticket “Day”',
    'gave free places',
  ])('makes something: %s', (act) => expect(makesSomething(act)).toBe(true));

  it.each([
    'conference-changed',
    'conference-open',
    'changed the code CIVIC',
    'took away free places',
    'addedly',
  ])('makes nothing: %s', (act) => expect(makesSomething(act)).toBe(false));
});
