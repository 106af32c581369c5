import { pairRules, setRules } from './answer.js';
import { couldCover, ruleNames, whyNotWords } from './words.js';

describe('the words for rules', () => {
  const rules = [...pairRules, ...setRules, 'pin', 'unknown'] as const;

  it('are there for every rule and no two are alike', () => {
    expect(Object.keys(ruleNames).toSorted()).toEqual(rules.toSorted());
    expect(Object.keys(whyNotWords).toSorted()).toEqual(rules.toSorted());
    expect(new Set(Object.values(ruleNames)).size).toBe(rules.length);
    expect(new Set([...Object.values(whyNotWords), couldCover]).size).toBe(rules.length + 1);
  });

  it('follow a name where they say why somebody cannot cover a shift', () => {
    for (const words of [...Object.values(whyNotWords), couldCover]) expect(words).toMatch(/^[a-z].*[^.]$/);
    for (const name of Object.values(ruleNames)) expect(name).toMatch(/^[A-Z].*[^.]$/);
  });
});
