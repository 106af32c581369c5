import { describe, expect, it } from '@jest/globals';
import { openingOf } from '../../exhibitions/domain/openings.js';
import { checkException, type ExceptionInput } from './exception-input.js';

const zone = 'Europe/London';
const openOn = (day: string, opens: string, closes: string) => {
  const opening = openingOf({ day, opens, closes }, zone);
  return opening === null ? [] : [{ day, kind: 'open' as const, ...opening }];
};
const days = [
  ...openOn('2026-10-23', '06:00', '08:00'),
  ...openOn('2026-10-23', '09:00', '17:00'),
  // Until two of the night in which the clock goes back.
  ...openOn('2026-10-24', '18:00', '02:00'),
];

const check = (about: Partial<ExceptionInput>) =>
  checkException({ day: '2026-10-23', from: '14:00', until: '15:00', why: '', ...about }, days, zone);
const span = (about: Partial<ExceptionInput>) => {
  const checked = check(about);
  return checked.ok
    ? [checked.value.from.toString(), checked.value.until.toString()]
    : checked.problems.map(({ field, code }) => `${field} ${code}`);
};

describe('“except my fringe at 14:00”', () => {
  it('is by the clock of the stand, on the day that is named', () => {
    expect(check({ why: ' My fringe ' })).toMatchObject({ ok: true, value: { why: 'My fringe' } });
    expect(span({})).toEqual(['2026-10-23T13:00:00Z', '2026-10-23T14:00:00Z']);
  });

  it('is of the night where the day goes on past midnight', () => {
    expect(span({ day: '2026-10-24', from: '23:30', until: '00:30' })).toEqual([
      '2026-10-24T22:30:00Z',
      '2026-10-24T23:30:00Z',
    ]);
    expect(span({ day: '2026-10-24', from: '00:15', until: '00:45' })).toEqual([
      '2026-10-24T23:15:00Z',
      '2026-10-24T23:45:00Z',
    ]);
  });

  it('has both hours of a time that comes twice', () => {
    expect(span({ day: '2026-10-24', from: '01:15', until: '01:45' })).toEqual([
      '2026-10-25T00:15:00Z',
      '2026-10-25T01:45:00Z',
    ]);
  });

  it('lasts a whole day where it ends when it begins', () => {
    expect(span({ until: '14:00' })).toEqual(['2026-10-23T13:00:00Z', '2026-10-24T13:00:00Z']);
  });

  it('is refused where there is nothing to except', () => {
    const outside = ['from outside-the-hours'];
    expect(span({ from: '17:00', until: '18:00' })).toEqual(outside);
    expect(span({ from: '08:00', until: '09:00' })).toEqual(outside);
    expect(span({ from: '08:00', until: '09:01' })).not.toEqual(outside);
    expect(span({ day: '2026-10-25' })).toEqual(['day unknown-choice']);
    expect([span({ from: '' }), span({ until: '' })]).toEqual([
      ['from time-missing'],
      ['until time-missing'],
    ]);
    expect(span({ why: 'w'.repeat(201) })).toEqual(['why too-long']);
    expect(span({ from: '', until: 'x', why: 'w'.repeat(201) })).toEqual([
      'from time-missing',
      'until time-unreadable',
      'why too-long',
    ]);
  });
});
