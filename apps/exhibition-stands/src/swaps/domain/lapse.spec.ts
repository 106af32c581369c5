import { describe, expect, it } from '@jest/globals';
import { Temporal } from 'temporal-polyfill';
import type { CurrentStatus } from '../../published/domain/rota-diff.js';
import { lapseOf, type Around } from './lapse.js';
import type { Swap, SwapPart } from './swap.js';

const at = (hour: number) => Temporal.Instant.from(`2027-09-26T${String(hour).padStart(2, '0')}:00:00Z`);

const part = (id: string, hour: number): SwapPart => ({
  assignmentId: id,
  shiftId: `shift ${id}`,
  start: at(hour),
  end: at(hour + 1),
  label: '',
});

const swap: Swap = {
  id: 'swap',
  exhibitionId: 'stand',
  askerId: 'ada',
  given: part('a', 12),
  otherId: 'bo',
  taken: part('b', 10),
  note: '',
  status: 'asked',
  askedAt: new Date(0),
  answeredAt: null,
  endedAt: null,
  decidedName: null,
  reason: '',
  lapsedWhy: null,
};

const told = (hour: number, status: CurrentStatus = 'assigned') => ({
  status,
  terms: { start: at(hour), end: at(hour + 1), label: '', isLead: false, place: null, stand: null },
});

const around = (about: Partial<Around> = {}): Around => ({
  now: at(9),
  current: new Map([
    ['a', told(12)],
    ['b', told(10)],
  ]),
  team: new Set(['ada', 'bo']),
  ...about,
});

describe('a swap lapses', () => {
  it('not while both have what they would give', () => {
    expect(lapseOf(swap, around())).toBeNull();
    expect(lapseOf({ ...swap, status: 'agreed' }, around())).toBeNull();
  });

  it('when the first of the shifts begins, whichever that is', () => {
    expect(lapseOf(swap, around({ now: at(10).subtract({ seconds: 1 }) }))).toBeNull();
    expect(lapseOf(swap, around({ now: at(10) }))).toBe('begun');
    expect(lapseOf({ ...swap, taken: null }, around({ now: at(10) }))).toBeNull();
    expect(lapseOf({ ...swap, taken: null }, around({ now: at(12) }))).toBe('begun');
  });

  it('when one of them dropped out of theirs, has it no longer, or is there', () => {
    const rest = ['a', told(12)] as const;
    expect(lapseOf(swap, around({ current: new Map([rest]) }))).toBe('gone');
    expect(lapseOf(swap, around({ current: new Map([rest, ['b', told(10, 'dropped-out')]]) }))).toBe('gone');
    expect(lapseOf(swap, around({ current: new Map([rest, ['b', told(10, 'checked-in')]]) }))).toBe('begun');
  });

  it('when a shift is told to be at another time', () => {
    const current = new Map([
      ['a', told(13)],
      ['b', told(10)],
    ]);
    expect(lapseOf(swap, around({ current }))).toBe('changed');
    const { terms } = told(12);
    for (const other of [{ start: at(11) }, { end: at(14) }]) {
      const moved = new Map([
        ...current,
        ['a', { status: 'assigned' as const, terms: { ...terms, ...other } }],
      ]);
      expect(lapseOf(swap, around({ current: moved }))).toBe('changed');
    }
  });

  it('when whoever was asked has left', () => {
    expect(lapseOf(swap, around({ team: new Set(['ada']) }))).toBe('left');
  });

  it('only once: what has ended stays as it ended', () => {
    expect(lapseOf({ ...swap, status: 'done' }, around({ current: new Map() }))).toBeNull();
  });
});
