import { describe, expect, it } from '@jest/globals';
import { accepted, refuse } from '#checks';
import { checkPattern, type DayInput } from './check-pattern.js';

const open: DayInput = {
  slotMinutes: accepted(120),
  cover: accepted(3),
  leads: accepted(1),
  handover: 'overlap',
  handoverMinutes: accepted(15),
};
const codes = (about: Partial<DayInput>) => {
  const checked = checkPattern({ open: { ...open, ...about } });
  return checked.ok ? 'fine' : checked.problems.map(({ field, code }) => `${field} ${code}`);
};

describe('a pattern as it is typed', () => {
  it('cuts the kinds of days that it names', () => {
    expect(checkPattern({ open })).toEqual({
      ok: true,
      value: { open: { slotMinutes: 120, cover: 3, leads: 1, handover: 'overlap', handoverMinutes: 15 } },
    });
    expect(checkPattern({})).toMatchObject({ problems: [{ code: 'nothing-to-make' }] });
  });

  it('has as many leads as people, or fewer', () => {
    expect(codes({ leads: accepted(3) })).toBe('fine');
    expect(codes({ leads: accepted(4) })).toEqual(['open.leads more-leads-than-cover']);
  });

  it('has no changeover longer than half a shift, and none where it takes no time', () => {
    expect(codes({ handoverMinutes: accepted(60) })).toBe('fine');
    expect(codes({ handoverMinutes: accepted(61) })).toEqual(['open.handoverMinutes changeover-too-long']);
    const none = { handover: 'none', handoverMinutes: refuse('open.handoverMinutes', 'missing', 'Say it.') };
    for (const about of [none, { handoverMinutes: accepted(0) }]) {
      expect(checkPattern({ open: { ...open, ...about } })).toMatchObject({
        value: { open: { handover: 'none', handoverMinutes: 0 } },
      });
    }
  });

  it('says of each part what is wrong with it alone', () => {
    for (const field of ['slotMinutes', 'cover', 'leads', 'handoverMinutes'] as const) {
      expect(codes({ [field]: refuse(`open.${field}`, 'missing', 'Say it.') })).toEqual([
        `open.${field} missing`,
      ]);
    }
    expect(codes({ handover: 'sometimes' })).toEqual(['open.handover unknown-choice']);
  });

  it.each([
    ['slotMinutes', 15, 720],
    ['cover', 1, 50],
    ['leads', 0, 50],
    ['handoverMinutes', 0, 240],
  ] as const)('keeps %s within %i and %i', (field, least, most) => {
    const wide = {
      slotMinutes: accepted(720),
      cover: accepted(50),
      leads: accepted(0),
      handoverMinutes: accepted(0),
    };
    const at = (number: number) => codes({ ...wide, [field]: accepted(number) });
    expect([at(least), at(most)]).toEqual(['fine', 'fine']);
    expect(at(least - 1)).toEqual([`open.${field} too-small`]);
    expect(at(most + 1)).toEqual([`open.${field} too-large`]);
  });

  it('says all that is wrong with it, each at its field', () => {
    const wrong = {
      slotMinutes: accepted(14),
      cover: accepted(0),
      leads: accepted(51),
      handover: 'sometimes',
    };
    expect(codes(wrong)).toEqual([
      expect.stringMatching(/^open\.slotMinutes /),
      expect.stringMatching(/^open\.cover /),
      expect.stringMatching(/^open\.leads /),
      'open.handover unknown-choice',
    ]);
  });
});
