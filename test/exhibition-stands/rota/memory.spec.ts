import { OutOfMemoryError, type SearchProgress } from '#solver';
import {
  checkRota,
  solveRota,
  usualRules,
  usualWeights,
  type RotaAnswer,
} from '../../../apps/exhibition-stands/src/rota/index.js';
import { problemOf } from '../../load/rota/problems.js';

const usual = { rules: usualRules, weights: usualWeights };
const size = { days: 3, slotsPerDay: 8, places: 3, seed: 1 };
/** Takes longer than a test waits for it, and ever more memory. */
const problem = problemOf({ ...size, people: 60, stands: 2 }, usual);
/** Takes more memory than HiGHS begins with before anything is known of it. */
const large = problemOf({ ...size, people: 300, stands: 10 }, usual);

function expectGood(answer: RotaAnswer, ended: RotaAnswer['ended']): void {
  expect(answer).toMatchObject({ status: 'within', ended });
  expect(answer.bound).toBeGreaterThan(0);
  const { violations, objective } = checkRota(problem, answer.assignments);
  expect(violations).toEqual([]);
  expect(objective).toBe(answer.objective);
  expect(answer.gap).toBeCloseTo((objective - answer.bound) / objective, 6);
}

describe('a search that may have no more memory', () => {
  it('ends with the best that it has found, wherever it is refused more', async () => {
    for (const megabytes of [1, 32]) {
      const answer = await solveRota(problem, { seconds: 600, megabytes });
      expectGood(answer, 'memory');
    }
  });

  it('says so when nothing is known yet of how good a rota is', async () => {
    await expect(solveRota(large, { seconds: 600, megabytes: 1 })).rejects.toThrow(OutOfMemoryError);
    await expect(solveRota(problem, { seconds: 600, reasonToEnd: () => 'memory' })).rejects.toThrow(
      OutOfMemoryError,
    );
  });

  it('is as good when it is told to end', async () => {
    let last: SearchProgress | null = null;
    const isFound = () => last?.bound !== null && (last?.objective ?? 0) > (last?.bound ?? Infinity);
    const answer = await solveRota(problem, {
      seconds: 600,
      onProgress: (progress) => (last = progress),
      reasonToEnd: () => (isFound() ? 'memory' : null),
    });
    expectGood(answer, 'memory');
  });
});
