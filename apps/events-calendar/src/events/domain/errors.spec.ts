import { EventProblem, accepted, orThrow, problemCodes, problemsOf, refuse, refused } from './errors.js';

const missing = refuse('title', 'missing', 'Enter a title.');
const tooMany = refuse('tags', 'too-many', 'There are 21 tags.');

describe('orThrow', () => {
  it('gives the value of a check that passed', () => {
    expect(orThrow(accepted(7))).toBe(7);
  });

  it('throws all the problems, the first of them in front', () => {
    const all = refused(...problemsOf(missing, accepted(1), tooMany));
    let thrown: unknown;
    try {
      orThrow(all);
    } catch (error) {
      thrown = error;
    }
    expect(thrown).toBeInstanceOf(EventProblem);
    expect(thrown).toMatchObject({
      name: 'EventProblem',
      code: 'missing',
      field: 'title',
      message: 'Enter a title.',
    });
    expect((thrown as EventProblem).problems.map((problem) => problem.code)).toEqual(['missing', 'too-many']);
  });
});

describe('problemCodes', () => {
  it('are kebab-case, each once', () => {
    for (const code of problemCodes) expect(code).toMatch(/^[a-z]+(?:-[a-z]+)*$/);
    expect(new Set(problemCodes).size).toBe(problemCodes.length);
  });
});
