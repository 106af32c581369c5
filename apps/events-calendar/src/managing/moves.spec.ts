import { describe, expect, test } from '@jest/globals';
import { eventStatuses } from '../events/domain/event.js';
import { allowedMoves, needsReason } from '../events/domain/status.js';
import { eventSample } from '../events/domain/testing/samples.js';
import { consequences, isPossible, moveCalled, moveNames, possibleMoves } from './moves.js';

describe.each(eventStatuses)('an event that is %s', (status) => {
  const event = eventSample({ status });

  test('can make just the moves that the rules allow, each by one name', () => {
    expect(possibleMoves(event).map(({ to }) => to)).toEqual(allowedMoves(status));
    const open = moveNames.filter((name) => isPossible(event, moveCalled(name)));
    const names = possibleMoves(event).map(({ name }) => name);
    const again = moveNames.filter((name) => moveCalled(name).to === status && needsReason(status));
    expect(open.toSorted()).toEqual([...names, ...again].toSorted());
  });
});

test('a draft is published, what was off is reinstated', () => {
  expect(isPossible(eventSample({ status: 'draft' }), moveCalled('reinstate'))).toBe(false);
  expect(isPossible(eventSample({ status: 'cancelled' }), moveCalled('publish'))).toBe(false);
  expect(isPossible(eventSample({ status: 'cancelled' }), moveCalled('reinstate'))).toBe(true);
});

test('what publishing does is told for those whom the event is for', () => {
  const told = (audience: 'public' | 'members' | 'board' | 'invited') =>
    consequences(eventSample({ status: 'draft', audience }), moveCalled('publish'))[0];
  expect(told('public')).toMatch(/^Everyone can find it/);
  expect(told('members')).toMatch(/^Every member can find it/);
  expect(told('board')).toMatch(/^The board can find it/);
});
