import type { Report } from './report.ts';

/** So many files may fail by chance in one run; more are no chance. */
export const mostByChance = 3;

/** Names of the files to run once more, alone: those that failed, unless they are too many to have failed by chance. */
export function filesToRunAgain({ testResults }: Report): string[] {
  const failed = testResults.filter(({ status }) => status === 'failed').map(({ name }) => name);
  return failed.length > mostByChance ? [] : failed;
}

/**
 * The report as it is once files have been run again: what their second run gave takes the place of the first.
 *
 * @param again by the file's name; `null`: its second run gave no report, so the first stays
 */
export function withSecondRuns(first: Report, again: ReadonlyMap<string, Report | null>): Report {
  return {
    testResults: first.testResults.map(
      (result) => again.get(result.name)?.testResults.find(({ name }) => name === result.name) ?? result,
    ),
  };
}

/** Names of the files that failed at first and have passed now, in the order of the first run. */
export function passedAlone(first: Report, second: Report): string[] {
  const failed = ({ testResults }: Report) =>
    testResults.filter(({ status }) => status === 'failed').map(({ name }) => name);
  const still = new Set(failed(second));
  return failed(first).filter((name) => !still.has(name));
}
