import { describe, expect, it } from '@jest/globals';
import { answers, checkConsideration, outcomeOf, questions, type YesNo } from './consideration.js';

const said = (...given: YesNo[]) => ({
  combines: given[0] ?? 'yes',
  overnight: given[1] ?? 'yes',
  occasional: given[2] ?? 'yes',
  notForProfit: given[3] ?? 'yes',
  limitedGroup: given[4] ?? 'yes',
});

describe('the rules of package travel', () => {
  it('apply to a package unless it is short, or all three conditions of the exemption hold', () => {
    const every = answers.flatMap((combines) =>
      answers.flatMap((overnight) =>
        answers.flatMap((occasional) =>
          answers.flatMap((notForProfit) =>
            answers.map((limitedGroup) => said(combines, overnight, occasional, notForProfit, limitedGroup)),
          ),
        ),
      ),
    );
    expect(every).toHaveLength(32);
    for (const each of every) {
      const conditions = [each.occasional, each.notForProfit, each.limitedGroup];
      const expected =
        each.combines === 'no'
          ? 'no-package'
          : each.overnight === 'no'
            ? 'too-short'
            : conditions.every((answer) => answer === 'yes')
              ? 'exempt'
              : 'applies';
      expect(outcomeOf({ answers: each })).toBe(expected);
    }
  });

  const codes = (given: Parameters<typeof checkConsideration>[0]) => {
    const checked = checkConsideration(given);
    return checked.ok ? 'fine' : checked.problems.map(({ field, code }) => `${field} ${code}`);
  };

  it('are considered by answering every question', () => {
    const blank = { combines: '', overnight: '', occasional: '', notForProfit: '', limitedGroup: 'perhaps' };
    expect(codes({ answers: blank, reasons: '', protection: '' })).toEqual([
      ...questions.slice(0, 4).map((question) => `${question} missing`),
      'limitedGroup unknown-choice',
    ]);
  });

  it('ask for reasons where a visit is exempt, and for protection where they apply', () => {
    expect(codes({ answers: said(), reasons: ' ', protection: '' })).toEqual(['reasons missing']);
    expect(codes({ answers: said(), reasons: 'One a year.', protection: '' })).toBe('fine');
    const applies = said('yes', 'yes', 'no');
    expect(codes({ answers: applies, reasons: 'x', protection: '' })).toEqual(['protection missing']);
    expect(codes({ answers: applies, reasons: '', protection: 'A trust account.' })).toBe('fine');
    expect(codes({ answers: said('no'), reasons: '', protection: '' })).toBe('fine');
  });
});
