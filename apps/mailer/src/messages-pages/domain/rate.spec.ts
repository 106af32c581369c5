import { Temporal } from 'temporal-polyfill';
import { rateOf } from './rate.js';

const now = Temporal.Instant.from('2026-11-22T10:07:30Z');

describe('what was handled in the last hour', () => {
  it('is counted in periods of five minutes, each app for itself', () => {
    const { starts, counts } = rateOf(
      [
        [
          { minute: '2026-11-22T10:07:00Z', count: 1 },
          { minute: '2026-11-22T10:05:00.000Z', count: 2 },
          { minute: '2026-11-22T10:04:00Z', count: 4 },
          { minute: '2026-11-22T09:10:00Z', count: 8 },
        ],
        [],
      ],
      now,
    );
    expect(starts).toHaveLength(12);
    expect([starts[0]?.toString(), starts[11]?.toString()]).toEqual([
      '2026-11-22T09:10:00Z',
      '2026-11-22T10:05:00Z',
    ]);
    expect(counts).toEqual([
      [8, 0, 0, 0, 0, 0, 0, 0, 0, 0, 4, 3],
      [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0],
    ]);
  });

  it('leaves out what is from before', () => {
    const { counts } = rateOf([[{ minute: '2026-11-22T09:09:00Z', count: 1 }]], now);
    expect(counts.flat()).not.toContain(1);
  });
});
