import { describe, expect, it } from '@jest/globals';
import { Temporal } from 'temporal-polyfill';
import { accepted, refuse } from '#checks';
import { checkShift, spanOfInput } from './check-shift.js';

const spanOf = (day: string, from: string, until: string) =>
  spanOfInput(
    {
      day: accepted(day),
      from: accepted(Temporal.PlainTime.from(from)),
      until: accepted(Temporal.PlainTime.from(until)),
    },
    'Europe/London',
  );
const start = Temporal.Instant.from('2027-09-26T08:00:00Z');
const check = (minutes: number, about: { readonly cover?: number; readonly leads?: number } = {}) => {
  const { cover = 2, leads = 0 } = about;
  const checked = checkShift(accepted({ start, end: start.add({ minutes }) }), {
    cover: accepted(cover),
    leads: accepted(leads),
    skills: accepted([]),
    label: '',
  });
  return checked.ok ? 'fine' : checked.problems.map(({ field, code }) => `${field} ${code}`).join();
};

describe('a shift as it is typed', () => {
  it('ends on the next day where it does not end after it begins, as long as the clock makes it', () => {
    expect(spanOf('2026-10-24', '22:00', '06:00')).toMatchObject({
      value: {
        start: Temporal.Instant.from('2026-10-24T21:00:00Z'),
        end: Temporal.Instant.from('2026-10-25T06:00:00Z'),
      },
    });
    expect(spanOf('2027-03-28', '01:10', '01:50')).toMatchObject({
      problems: [{ field: 'from', code: 'no-such-time' }],
    });
  });

  it('is not read as long as a part of it is not', () => {
    const parts = {
      day: accepted('2027-09-26'),
      from: accepted(new Temporal.PlainTime(9)),
      until: accepted(new Temporal.PlainTime(10)),
    };
    for (const field of ['day', 'from', 'until'] as const) {
      const unread = refuse(field, 'unreadable', 'Write it again.');
      expect(spanOfInput({ ...parts, [field]: unread }, 'Europe/London')).toMatchObject({
        problems: [{ field }],
      });
    }
    const input = { cover: accepted(2), leads: accepted(0), skills: accepted([]), label: ' Reception ' };
    const good = accepted({ start, end: start.add({ hours: 1 }) });
    expect(checkShift(good, input)).toMatchObject({ ok: true, value: { label: 'Reception' } });
    const unread = (field: string) => refuse(field, 'unreadable', 'Write it again.');
    expect(checkShift(unread('day'), input)).toMatchObject({ problems: [{ field: 'day' }] });
    for (const field of ['cover', 'leads', 'skills'])
      expect(checkShift(good, { ...input, [field]: unread(field) })).toMatchObject({ problems: [{ field }] });
    expect(checkShift(good, { ...input, label: 'x'.repeat(61) })).toMatchObject({
      problems: [{ field: 'label' }],
    });
  });

  it('lasts a minute or more, and 16 hours or less', () => {
    expect([check(0), check(1)]).toEqual(['until no-length', 'fine']);
    expect([check(16 * 60), check(16 * 60 + 1)]).toEqual(['fine', 'until too-long']);
  });

  it('has as many leads as people, or fewer', () => {
    expect(check(60, { cover: 2, leads: 2 })).toBe('fine');
    expect(check(60, { cover: 2, leads: 3 })).toBe('leads more-leads-than-cover');
    expect(check(60, { leads: -1 })).toMatch(/^leads /);
    // Nobody is needed while something else goes on.
    expect(check(60, { cover: 0, leads: 0 })).toBe('fine');
    expect(check(60, { cover: -1 })).toMatch(/^cover /);
    expect([check(60, { cover: 50 }), check(60, { cover: 51 })]).toEqual([
      'fine',
      expect.stringMatching(/^cover /),
    ]);
  });
});
