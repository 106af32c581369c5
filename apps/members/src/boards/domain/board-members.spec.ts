import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { day, term } from '../../people/domain/testing/people-arbitraries.js';
import { chairsAtOnce, membersOn, type HeldSeat } from './board-members.js';

const seat = fc
  .tuple(term, fc.constantFrom(null, 'Chair', 'Vice-chair'), fc.constantFrom('Ann', 'Élise', 'Zoë'))
  .map(([dates, position, personName]): HeldSeat => ({
    id: personName,
    board: 'b',
    personId: personName,
    position,
    personName,
    ...dates,
  }));

test('every seat is either of today, to come or past', () => {
  fc.assert(
    fc.property(fc.array(seat), day, (seats, today) => {
      const { now, toCome, past } = membersOn(seats, today);
      expect(new Set([...now, ...toCome, ...past])).toEqual(new Set(seats));
      expect(now.length + toCome.length + past.length).toBe(seats.length);
    }),
  );
});

test('the chair comes first, then other positions, then members by name', () => {
  const held = (personName: string, position: string | null): HeldSeat => ({
    id: personName,
    board: 'b',
    personId: personName,
    personName,
    position,
    startsOn: '2026-01-01',
    endsOn: null,
  });
  const seats = [held('Zoë', null), held('Élise', null), held('Ann', 'Vice-chair'), held('Bo', 'chair')];
  expect(membersOn(seats, '2026-01-01').now.map(({ personName }) => personName)).toEqual([
    'Bo',
    'Ann',
    'Élise',
    'Zoë',
  ]);
  expect(chairsAtOnce(seats)).toEqual([]);
  expect(chairsAtOnce([...seats, held('Di', 'Chair')]).map(({ personName }) => personName)).toEqual([
    'Bo',
    'Di',
  ]);
});
