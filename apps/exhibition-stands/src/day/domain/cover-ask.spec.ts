import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { askActs, askAfter, askStates, turnOf, type AskAct, type Asked, type AskState } from './cover-ask.js';

/** A place with those who are asked for it, as the use cases treat it: the first to accept has it. */
function play(size: number, moves: readonly { readonly who: number; readonly act: AskAct }[]) {
  let states: AskState[] = Array.from({ length: size }, () => 'waiting');
  for (const { who, act } of moves) {
    const isTaken = states.includes('accepted');
    if (isTaken && act === 'accept') continue;
    const at = who % size;
    const after = askAfter(states[at] ?? 'closed', act);
    if (after === null) continue;
    states[at] = after;
    if (act === 'accept') states = states.map((state) => askAfter(state, 'fill') ?? state);
  }
  return states;
}

describe('somebody who is asked to step in', () => {
  it.each<[AskState, AskAct, AskState | null]>([
    ['waiting', 'ask', 'asked'],
    ['waiting', 'accept', null],
    ['asked', 'accept', 'accepted'],
    ['asked', 'decline', 'declined'],
    ['asked', 'lapse', 'lapsed'],
    ['lapsed', 'accept', 'accepted'],
    ['declined', 'accept', 'accepted'],
    ['declined', 'fill', null],
    ['accepted', 'accept', 'accepted'],
    ['accepted', 'decline', null],
    ['filled', 'accept', null],
    ['closed', 'accept', null],
  ])('%s, %s: %s', (state, act, after) => {
    expect(askAfter(state, act)).toBe(after);
  });

  it('never leaves what is over', () => {
    for (const state of ['accepted', 'filled', 'closed'] as const)
      for (const act of askActs) expect([null, state]).toContain(askAfter(state, act));
  });

  it('is the only one who has the place, whatever happens in whichever order', () => {
    const move = fc.record({ who: fc.nat(5), act: fc.constantFrom(...askActs) });
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 6 }), fc.array(move, { maxLength: 40 }), (size, moves) => {
        const states = play(size, moves);
        const accepted = states.filter((state) => state === 'accepted').length;
        expect(accepted).toBeLessThanOrEqual(1);
        // Once it is taken, nobody is left hoping.
        if (accepted === 1) {
          expect(states.filter((state) => ['waiting', 'asked', 'lapsed'].includes(state))).toEqual([]);
        }
      }),
    );
  });
});

describe('whose turn it is', () => {
  const ask = (rank: number, state: AskState, until: number | null = null): Asked => ({
    id: `m${rank}`,
    state,
    rank,
    until,
  });

  it('is the next one’s, when nobody has still time to answer', () => {
    const asks = [ask(3, 'waiting'), ask(1, 'asked', 100), ask(2, 'waiting')];
    expect(turnOf('one-by-one', asks, 99)).toEqual({ lapsed: [], next: null });
    expect(turnOf('one-by-one', asks, 100)).toEqual({ lapsed: ['m1'], next: 'm2' });
    expect(turnOf('one-by-one', [ask(1, 'declined', 100), ask(2, 'waiting')], 50).next).toBe('m2');
    expect(turnOf('one-by-one', [ask(1, 'lapsed', 1)], 50)).toEqual({ lapsed: [], next: null });
  });

  it('is nobody’s where all are asked at once', () => {
    expect(turnOf('all', [ask(1, 'asked', 10), ask(2, 'waiting')], 50)).toEqual({
      lapsed: ['m1'],
      next: null,
    });
  });

  it('never leaves two asked at once', () => {
    const state = fc.constantFrom(...askStates);
    fc.assert(
      fc.property(
        fc.array(fc.record({ state, until: fc.nat(100) }), { maxLength: 8 }),
        fc.nat(100),
        (list, now) => {
          const asks = list.map((each, index) => ({ ...each, id: `${index}`, rank: index + 1 }));
          const { lapsed, next } = turnOf('one-by-one', asks, now);
          const stillAsked = asks.filter((each) => each.state === 'asked' && !lapsed.includes(each.id));
          if (next !== null) expect(stillAsked).toEqual([]);
        },
      ),
    );
  });
});
