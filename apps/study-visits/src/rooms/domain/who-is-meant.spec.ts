import { whoIsMeant } from './who-is-meant.js';

const known = [
  { id: 'ann', name: 'Ann  Ash', email: 'Ann@example.org' },
  { id: 'bo', name: 'Bo Birch', email: null },
  { id: 'bo2', name: 'bo birch', email: 'other.bo@example.org' },
  { id: 'elan', name: 'E\u0301lan Oak', email: 'elan@example.org' },
];

describe('who is meant', () => {
  it.each([
    ['ann ash', 'ann'],
    [' ANN@EXAMPLE.ORG ', 'ann'],
    ['\u00e9lan oak', 'elan'],
    ['other.bo@example.org', 'bo2'],
  ])('%s is found', (written, id) => expect(whoIsMeant(written, known, 'me')).toBe(id));

  it('is nobody where it is oneself, nobody, or one of two', () => {
    expect(whoIsMeant('Ann Ash', known, 'ann')).toBeNull();
    expect(whoIsMeant('Cy Cedar', known, 'me')).toBeNull();
    expect(whoIsMeant('Bo Birch', known, 'me')).toBeNull();
    expect(whoIsMeant('Bo Birch', known, 'bo')).toBe('bo2');
  });
});
