import { readFileSync } from 'node:fs';

/** What is read of Jest's own report (`--json`). */
export interface Report {
  readonly testResults: readonly FileResult[];
}

/** What became of one test file. */
export interface FileResult {
  /** Its path. */
  readonly name: string;
  /** `failed` also when it could not even be run, or its clearing up failed, though no test of it did. */
  readonly status: string;
  readonly assertionResults: readonly { readonly status: string }[];
}

/** How many tests passed and failed; a file that failed without a test that did counts as one failed test. */
export interface Totals {
  readonly passed: number;
  readonly failed: number;
}

/** @returns `null` when there is none that can be read, as when Jest itself broke down */
export function readReport(file: string): Report | null {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Report;
  } catch {
    return null;
  }
}

function totalsOfFile({ status, assertionResults }: FileResult): Totals {
  const count = (wanted: string) => assertionResults.filter((test) => test.status === wanted).length;
  return { passed: count('passed'), failed: Math.max(count('failed'), status === 'failed' ? 1 : 0) };
}

/** Nothing was shown where there is no report, which is one failure. */
export function totalsOf(report: Report | null): Totals {
  if (!report) return { passed: 0, failed: 1 };
  return report.testResults
    .map(totalsOfFile)
    .reduce((sum, { passed, failed }) => ({ passed: sum.passed + passed, failed: sum.failed + failed }), {
      passed: 0,
      failed: 0,
    });
}
