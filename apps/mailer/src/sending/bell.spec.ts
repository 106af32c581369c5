import { Bell } from './bell.js';

describe('a bell', () => {
  it('wakes who waits', async () => {
    const bell = new Bell();
    const waiting = bell.wait(60_000);
    bell.ring();
    await waiting;
  });

  it('rung while nobody waits, wakes the next one, and only that', async () => {
    const bell = new Bell();
    bell.ring();
    await bell.wait(60_000);
    const began = performance.now();
    await bell.wait(50);
    expect(performance.now() - began).toBeGreaterThan(40);
  });
});
