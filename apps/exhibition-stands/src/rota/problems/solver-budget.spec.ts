import { SolverBudget } from './solver-budget.js';

describe('how much one person may have searched', () => {
  it('is so much within so long, and each by themselves', () => {
    let now = 0;
    const budget = new SolverBudget({ within: 100, seconds: 30 }, () => now);
    budget.use('ann', 20);
    expect(budget.waitOf('ann')).toBe(0);
    now = 40;
    budget.use('ann', 15);
    // 35 of 30 seconds: 20 of them are forgotten 100 seconds after they were used.
    expect(budget.waitOf('ann')).toBe(60);
    expect(budget.waitOf('ben')).toBe(0);
    now = 100;
    expect(budget.waitOf('ann')).toBe(0);
    budget.use('ben', 30);
    expect(budget.waitOf('ben')).toBe(100);
  });
});
