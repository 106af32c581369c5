import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { totalsOf, type FileResult, type Report } from './report.ts';
import { filesToRunAgain, mostByChance, passedAlone, withSecondRuns } from './run-again.ts';

const file = (name: string, ...tests: string[]): FileResult => ({
  name,
  status: tests.includes('failed') ? 'failed' : 'passed',
  assertionResults: tests.map((status) => ({ status })),
});
const report = (...testResults: FileResult[]): Report => ({ testResults });
const broken: FileResult = { name: '/broken', status: 'failed', assertionResults: [] };
const sound = file('/sound', 'passed', 'passed', 'pending', 'todo');
const half = file('/half', 'passed', 'failed', 'failed');
const mended = file('/half', 'passed', 'passed', 'passed');

describe('what is counted of a run', () => {
  it('is what passed and failed, and nothing that was left out', () => {
    expect(totalsOf(report(sound, half))).toEqual({ passed: 3, failed: 2 });
  });

  it('is a failure for a file that could not be run', () => {
    expect(totalsOf(report(sound, broken))).toEqual({ passed: 2, failed: 1 });
  });

  it('is a failure for a file whose tests passed and whose clearing up failed', () => {
    expect(totalsOf(report({ ...sound, status: 'failed' }))).toEqual({ passed: 2, failed: 1 });
  });

  it('is a failure where Jest left no report', () => {
    expect(totalsOf(null)).toEqual({ passed: 0, failed: 1 });
  });
});

describe('files that failed', () => {
  it('are run again, the others are not', () => {
    expect(filesToRunAgain(report(sound, half, broken))).toEqual(['/half', '/broken']);
    expect(filesToRunAgain(report(sound))).toEqual([]);
  });

  it('are not run again when they are more than may fail by chance', () => {
    const failing = (count: number) => Array.from({ length: count }, (_, at) => file(`/${at}`, 'failed'));
    expect(filesToRunAgain(report(...failing(mostByChance)))).toHaveLength(mostByChance);
    expect(filesToRunAgain(report(...failing(mostByChance + 1)))).toEqual([]);
  });

  it('count as passed, and are named, when they pass alone', () => {
    const first = report(sound, half);
    const second = withSecondRuns(first, new Map([['/half', report(mended)]]));
    expect(totalsOf(second)).toEqual({ passed: 5, failed: 0 });
    expect(passedAlone(first, second)).toEqual(['/half']);
  });

  it('count as failed when they fail again, with what failed then', () => {
    const first = report(sound, half, broken);
    const again = file('/half', 'passed', 'passed', 'failed');
    const second = withSecondRuns(
      first,
      new Map([
        ['/half', report(again)],
        ['/broken', report(broken)],
      ]),
    );
    expect(totalsOf(second)).toEqual({ passed: 4, failed: 2 });
    expect(passedAlone(first, second)).toEqual([]);
  });

  it('count as they did at first when the second run gives nothing', () => {
    const first = report(half, broken);
    const second = withSecondRuns(
      first,
      new Map<string, Report | null>([
        ['/half', null],
        ['/broken', report()],
      ]),
    );
    expect(second).toEqual(first);
    expect(passedAlone(first, second)).toEqual([]);
  });

  it('are never lost: whatever the runs give, each file counts once', () => {
    const status = fc.constantFrom('passed', 'failed');
    const result = (name: string) =>
      fc.array(status, { minLength: 1, maxLength: 4 }).map((tests) => file(name, ...tests));
    const files = ['/a', '/b', '/c', '/d', '/e'];
    fc.assert(
      fc.property(fc.tuple(...files.map(result)), fc.tuple(...files.map(result)), (one, two) => {
        const first = report(...one);
        const second = new Map(filesToRunAgain(first).map((name) => [name, report(...two)]));
        const settled = withSecondRuns(first, second);
        const taken = files.map((name, at) => (second.has(name) ? two[at] : one[at]));
        expect(settled.testResults).toEqual(taken);
        const failed = one.filter((it) => it.status === 'failed');
        const stillFailed = settled.testResults.filter((it) => it.status === 'failed');
        expect(passedAlone(first, settled)).toHaveLength(failed.length - stillFailed.length);
      }),
    );
  });
});
