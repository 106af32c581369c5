import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { mailStatuses } from '../../mails/domain/mail-status.js';
import { progressOf } from './progress.js';

describe('how far a mailing has come', () => {
  it('counts what is to come, waits, was sent and was not', () => {
    const counts = { asked: 3, deferred: 1, sent: 10, refused: 1, unwanted: 2 };
    expect(progressOf(20, counts, false)).toEqual({
      total: 20,
      toCome: 3,
      waiting: 4,
      sent: 10,
      notSent: 3,
      isDone: false,
    });
  });

  it('is done when nobody is to come and nothing waits', () => {
    expect(progressOf(2, { sent: 1, unwanted: 1 }, false).isDone).toBe(true);
    expect(progressOf(3, { sent: 1, unwanted: 1 }, false).isDone).toBe(false);
    expect(progressOf(2, { sent: 1, deferred: 1 }, false).isDone).toBe(false);
    expect(progressOf(0, {}, false)).toMatchObject({ total: 0, isDone: true });
  });

  it('waits for no more readers once it is of no use', () => {
    expect(progressOf(5, { sent: 3 }, true)).toMatchObject({ total: 3, toCome: 0, isDone: true });
  });

  it('shares every reader among the four', () => {
    const counts = fc.dictionary(fc.constantFrom(...mailStatuses), fc.nat(1000));
    fc.assert(
      fc.property(fc.nat(10_000), counts, fc.boolean(), (total, some, isOver) => {
        const { toCome, waiting, sent, notSent, ...all } = progressOf(total, some, isOver);
        expect(toCome + waiting + sent + notSent).toBe(all.total);
        expect(Math.min(toCome, waiting, sent, notSent)).toBeGreaterThanOrEqual(0);
      }),
    );
  });
});
