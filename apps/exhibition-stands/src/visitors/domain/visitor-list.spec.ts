import { describe, expect, it } from '@jest/globals';
import { Temporal } from 'temporal-polyfill';
import { readVisitorList } from './visitor-list.js';

const usually = Temporal.Instant.from('2027-09-26T12:00:00Z');
const read = (csv: string) =>
  readVisitorList(new TextEncoder().encode(csv), {
    zone: 'Europe/London',
    usually,
    consentWords: 'You may write to me.',
  });
const rowsOf = (csv: string) => {
  const list = read(csv);
  return list.ok ? list.rows : list.problem;
};

describe('a list of visitors', () => {
  it('has nothing of whoever did not agree but that they came', () => {
    const rows = rowsOf(
      'name,email,consent,interests\nAnn,ann@example.org,no,housing\nBo,bo@example.org,,\n',
    );
    expect(rows).toEqual([usually, usually].map((at) => ({ at: at.toString(), details: null })));
  });

  it.each(['yes', 'Y', 'true', '1', 'x', '✓', 'Agreed'])('takes “%s” for a yes', (word) => {
    expect(rowsOf(`name,email,consent\nAnn,ann@example.org,${word}`)).toMatchObject([
      { details: { name: 'Ann' } },
    ]);
  });

  it.each(['no', 'n', '0', 'maybe', 'yes?', 'not agreed'])('takes “%s” for no yes', (word) => {
    expect(rowsOf(`name,email,consent\nAnn,ann@example.org,${word}`)).toMatchObject([{ details: null }]);
  });

  it('has everybody once, and times by the clock of the stand', () => {
    const list = read(
      [
        'name,email,consent,when',
        'Ann,ann@example.org,yes,2027-09-26 14:30',
        'Ann,ANN@example.org,yes,2027-09-27',
        'Bo,bo@example.org,yes,2027-09-27',
        'Cy,cy@example.org,yes,tomorrow',
        'Di,nowhere,yes,',
      ].join('\n'),
    );
    expect(list).toMatchObject({
      rows: [{ at: '2027-09-26T13:30:00Z' }, { at: '2027-09-27T11:00:00Z' }],
      summary: { rows: 5, agreed: 2, anonymous: 0, twice: [3], problems: [{ line: 5 }, { line: 6 }] },
    });
  });

  it('is read only where it says who agreed', () => {
    expect(rowsOf('name,email\nAnn,ann@example.org')).toMatch(/consent/);
    expect(rowsOf('name,email,consent\n')).toMatch(/nobody/i);
  });
});
