import { describe, expect, it } from '@jest/globals';
import { accepted } from '#checks';
import { bandOf, byScore, checkRisk, levels, scoreOf } from './risk.js';

describe('a risk', () => {
  it('matters as likelihood by severity do', () => {
    const bands = levels.map((likelihood) =>
      levels.map((severity) => bandOf(scoreOf({ likelihood, severity }))),
    );
    expect(bands).toEqual([
      ['low', 'low', 'low', 'low', 'medium'],
      ['low', 'low', 'medium', 'medium', 'high'],
      ['low', 'medium', 'medium', 'high', 'high'],
      ['low', 'medium', 'high', 'high', 'very-high'],
      ['medium', 'high', 'high', 'very-high', 'very-high'],
    ]);
  });

  it('that matters most comes first; of two alike the worse', () => {
    const risk = (hazard: string, likelihood: number, severity: number) => ({ hazard, likelihood, severity });
    const risks = [risk('B', 5, 2), risk('C', 1, 1), risk('A', 2, 5), risk('D', 5, 5)];
    expect(byScore(risks).map(({ hazard }) => hazard)).toEqual(['D', 'A', 'B', 'C']);
  });

  it('has a hazard, people, measures and levels from 1 to 5', () => {
    const given = {
      hazard: '',
      atRisk: ' ',
      likelihood: null,
      severity: 6,
      measures: '',
      responsible: '',
      reviewOn: accepted(null),
    };
    const checked = checkRisk(given);
    expect(checked.ok ? [] : checked.problems.map(({ field, code }) => `${field} ${code}`)).toEqual([
      'hazard missing',
      'atRisk missing',
      'likelihood missing',
      'severity too-large',
      'measures missing',
    ]);
    expect(
      checkRisk({ ...given, hazard: 'H', atRisk: 'A', likelihood: 1, severity: 5, measures: 'M' }).ok,
    ).toBe(true);
  });
});
