import type { MessageState } from '#messaging';
import { troublesOf } from './troubles.js';

const well: MessageState = {
  outbox: { waiting: 3, oldestAt: '2026-11-22T10:00:00Z' },
  queue: { waiting: 1, active: 1, delayed: 0, failed: 0 },
  lag: { median: 10, p95: 900 },
  handled: [],
  deadLetters: { resting: 0, requeued: 2 },
};
const now = Date.parse('2026-11-22T10:00:30Z');
const of = (change: Partial<MessageState>) =>
  troublesOf([{ app: 'mailer', told: { ...well, ...change } }], now);

describe('what needs doing', () => {
  it('is nothing while messages flow, and what was put back is on its way', () => {
    expect(of({})).toEqual([]);
  });

  it.each<[string, Partial<MessageState>, object]>([
    ['no queue', { queue: null }, { kind: 'no-queue' }],
    ['dead letters', { deadLetters: { resting: 2, requeued: 0 } }, { kind: 'dead-letters', count: 2 }],
    [
      'what the queue gave up',
      { queue: { waiting: 0, active: 0, delayed: 0, failed: 1 } },
      { kind: 'dead-letters', count: 1 },
    ],
    [
      'what is not handed over',
      { outbox: { waiting: 7, oldestAt: '2026-11-22T09:58:00Z' } },
      { kind: 'not-handed-over', count: 7, ms: 150_000 },
    ],
    ['a consumer that is behind', { lag: { median: 1, p95: 61_000 } }, { kind: 'behind', ms: 61_000 }],
  ])('is told: %s', (_case, change, trouble) => {
    expect(of(change)).toEqual([{ app: 'mailer', ...trouble }]);
  });

  it('names first who does not answer', () => {
    const states = [
      { app: 'mailer', told: { ...well, queue: null } },
      { app: 'members', told: null },
    ] as const;
    expect(troublesOf(states, now).map(({ kind, app }) => `${kind} ${app}`)).toEqual([
      'silent members',
      'no-queue mailer',
    ]);
  });
});
