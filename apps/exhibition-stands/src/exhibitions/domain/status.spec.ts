import { describe, expect, it } from '@jest/globals';
import type { ExhibitionStatus } from './exhibition.js';
import { endsByItself, isEnded, movesFrom, takeStep } from './status.js';

const statuses: readonly ExhibitionStatus[] = ['draft', 'published', 'over', 'cancelled'];
const step = (from: ExhibitionStatus, to: ExhibitionStatus, more = {}) =>
  takeStep({ from, to, reason: 'No hall.', missing: [], ...more });

describe('the states of an exhibition', () => {
  it('are left by the moves that there are, and no other', () => {
    const possible = statuses.flatMap((from) =>
      statuses.filter((to) => step(from, to).ok).map((to) => `${from} → ${to}`),
    );
    expect(possible).toEqual(['draft → published', 'published → cancelled']);
    expect(statuses.map((from) => movesFrom(from))).toEqual([['published'], ['cancelled'], [], []]);
    expect(endsByItself).toEqual(['published']);
    expect(statuses.filter((status) => isEnded(status))).toEqual(['over', 'cancelled']);
  });

  it('say of every other why not, in a sentence', () => {
    for (const from of statuses) {
      for (const to of statuses.filter((each) => !step(from, each).ok)) {
        const refused = step(from, to);
        expect(refused.ok ? '' : refused.problems[0]?.message).toMatch(/^[A-Z].+\.$/);
        expect(refused.ok ? '' : refused.problems[0]?.message).not.toBe('This step cannot be taken.');
      }
    }
  });

  it('are published once nothing is missing', () => {
    const refused = step('draft', 'published', { missing: ['There is no summary.'] });
    expect(refused).toMatchObject({ ok: false, problems: [{ code: 'not-ready' }] });
    expect(step('draft', 'published')).toEqual({
      ok: true,
      value: { status: 'published', statusReason: null },
    });
  });

  it('are called off with a reason', () => {
    expect(step('published', 'cancelled', { reason: ' ' })).toMatchObject({
      ok: false,
      problems: [{ field: 'reason', code: 'reason-missing' }],
    });
    expect(step('published', 'cancelled')).toMatchObject({ ok: true, value: { statusReason: 'No hall.' } });
  });
});
