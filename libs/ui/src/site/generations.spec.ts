import type { Chrome } from '../chrome/chrome.js';
import { generationsOf } from './generations.js';

function setting() {
  const state = { data: 1 as number | null, chrome: 'a', now: 0 };
  const generations = generationsOf(
    { version: () => state.data },
    { current: () => ({ version: state.chrome }) as Chrome },
    () => state.now,
  );
  return { state, generations };
}

describe('generationsOf', () => {
  it('changes both kinds with the data, and only pages with the chrome and the time', () => {
    const { state, generations } = setting();
    const [page, feed] = [generations('page'), generations('feed')];
    state.chrome = 'b';
    expect(generations('page')).not.toBe(page);
    expect(generations('feed')).toBe(feed);
    state.chrome = 'a';
    state.now = 3_600_000;
    expect(generations('page')).not.toBe(page);
    expect(generations('feed')).toBe(feed);
    state.now = 0;
    expect(generations('page')).toBe(page);
    state.data = 2;
    expect(generations('page')).not.toBe(page);
    expect(generations('feed')).not.toBe(feed);
  });

  it('knows none while changes might be missed', () => {
    const { state, generations } = setting();
    state.data = null;
    expect([generations('page'), generations('feed')]).toEqual([null, null]);
  });
});
