import { budgetAfter, decideBudget, missingToPublish, movesFrom, takeStep } from './event-steps.js';

describe('the steps of an event', () => {
  it.each([
    ['draft', 'published', '', [], 'published'],
    ['draft', 'published', '', ['Its budget is not approved yet.'], 'not-ready'],
    ['draft', 'cancelled', 'Why not', [], 'move-not-allowed'],
    ['published', 'cancelled', ' ', [], 'reason-missing'],
    ['published', 'cancelled', 'The hall closes', [], 'cancelled'],
    ['published', 'draft', '', [], 'move-not-allowed'],
    ['cancelled', 'published', '', [], 'move-not-allowed'],
  ] as const)('from %s to %s for “%s” with %j missing: %s', (from, to, reason, missing, expected) => {
    const step = takeStep({ from, to, reason, missing });
    expect(step.ok ? step.value.status : step.problems[0]?.code).toBe(expected);
  });

  it('are offered where they can be taken', () => {
    const offered = (['draft', 'published', 'cancelled'] as const).map(movesFrom);
    expect(offered).toEqual([['published'], ['cancelled'], []]);
  });

  it('needs a published exhibition, and a budget that is approved if there is one', () => {
    expect(missingToPublish({ budgetStatus: null }, 'published')).toEqual([]);
    expect(missingToPublish({ budgetStatus: 'approved' }, 'published')).toEqual([]);
    expect(missingToPublish({ budgetStatus: 'asked' }, 'published')).toEqual([
      'Its budget is not approved yet.',
    ]);
    expect(missingToPublish({ budgetStatus: 'refused' }, 'draft')).toEqual([
      'Publish the exhibition first.',
      'Its budget was refused.',
    ]);
  });
});

describe('the budget of an event', () => {
  it.each([
    [null, 'draft', 'approved', '', 'no-budget'],
    ['asked', 'draft', 'approved', '', 'approved'],
    ['asked', 'draft', 'refused', '', 'reason-missing'],
    ['asked', 'draft', 'refused', 'Too dear', 'refused'],
    ['refused', 'draft', 'approved', '', 'approved'],
    ['approved', 'draft', 'approved', '', 'move-not-allowed'],
    ['refused', 'draft', 'refused', 'Too dear', 'move-not-allowed'],
    ['approved', 'draft', 'refused', 'Too dear', 'refused'],
    ['approved', 'published', 'refused', 'Too late', 'move-not-allowed'],
    ['asked', 'draft', 'asked', '', 'unknown-choice'],
  ] as const)('%s of a %s one to %s because of “%s”: %s', (from, status, to, note, expected) => {
    const decided = decideBudget({ from, status, to, note });
    expect(decided.ok ? decided.value.budgetStatus : decided.problems[0]?.code).toBe(expected);
  });

  it('is asked for anew when it rises, which it cannot once the event is published', () => {
    const before = { budgetPence: 100, budgetStatus: 'approved', status: 'draft' } as const;
    expect(budgetAfter(before, 100)).toMatchObject({ value: 'approved' });
    expect(budgetAfter(before, 101)).toMatchObject({ value: 'asked' });
    expect(budgetAfter(before, null)).toMatchObject({ value: null });
    expect(budgetAfter(null, 5)).toMatchObject({ value: 'asked' });
    expect(budgetAfter({ ...before, status: 'published' }, 101)).toMatchObject({ ok: false });
    expect(budgetAfter({ ...before, status: 'published' }, 99)).toMatchObject({ value: 'approved' });
  });
});
