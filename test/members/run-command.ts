import { execFile } from 'node:child_process';
import { join } from 'node:path';

const root = join(import.meta.dirname, '../..');

/** What a command of the members app said. */
export interface Ran {
  readonly code: number;
  readonly lines: readonly string[];
  readonly errors: string;
}

/** What a command needs of our environment; it is not to find our own settings. */
const kept = ['PATH', 'HOME', 'TMPDIR', 'TEST_RUN'];

/** Runs `npm run members:<command>`. */
export function runMembers(
  command: 'admin' | 'token',
  args: readonly string[],
  env: Readonly<Record<string, string>>,
): Promise<Ran> {
  return new Promise((resolve) => {
    execFile(
      process.execPath,
      [join(root, 'libs/launcher/src/commands', `members-${command}.ts`), ...args],
      { cwd: root, env: { ...Object.fromEntries(kept.map((name) => [name, process.env[name]])), ...env } },
      (error, stdout, stderr) => {
        const lines = stdout.trim().split('\n');
        resolve({ code: error === null ? 0 : Number(error.code), lines, errors: stderr });
      },
    );
  });
}

/** The path of the link that `members:admin` printed. */
export function printedLink({ lines }: Ran): string {
  const link = lines.map((line) => /https?:\/\/[^/]+(\/members\/sign-in\/[\w-]{43})$/.exec(line)?.[1]);
  return link.find((path) => path !== undefined) ?? '';
}
