import { spawn } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

const repository = join(import.meta.dirname, '../..');

/** What a run needs of our environment; it is to find its own browser, database and queue. */
const kept = ['PATH', 'HOME', 'TMPDIR', 'TEST_RUN', 'CHROME_PATH'];

const passes = `test('what is well', () => {});\n`;
const fails = `test('what is not well', () => expect(1).toBe(2));\n`;
/** Fails the first time it is run. */
const chance = (mark: string) => `
  import { existsSync, writeFileSync } from 'node:fs';
  const isSecond = existsSync('${mark}');
  writeFileSync('${mark}', '');
  test('what hangs on chance', () => expect(isSecond).toBe(true));
`;

describe('npm test -- --run-failed-again', () => {
  let folder: string;
  /** A project of its own, which has our launcher. */
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'run-again-'));
    symlinkSync(join(repository, 'node_modules'), join(folder, 'node_modules'));
    for (const path of ['.swcrc', 'package.json', 'libs/launcher/src']) {
      cpSync(join(repository, path), join(folder, path), { recursive: true });
    }
    for (const name of ['apps', 'test']) mkdirSync(join(folder, name));
    write('jest.config.mjs', `export default { rootDir: '..', testMatch: ['<rootDir>/test/*.spec.mjs'] };`);
    write('sound.spec.mjs', passes);
    write('one.spec.mjs', passes + chance(join(folder, 'one')));
    write('other.spec.mjs', passes + chance(join(folder, 'other')));
    write('always.spec.mjs', passes + fails);
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  function write(name: string, text: string): void {
    writeFileSync(join(folder, 'test', name), text);
  }

  async function run(...args: string[]): Promise<{ code: number | null; lines: string[] }> {
    const child = spawn(
      process.execPath,
      [join(folder, 'libs/launcher/src/commands/test.ts'), '--run-failed-again', ...args],
      {
        cwd: folder,
        env: Object.fromEntries(kept.map((name) => [name, process.env[name]])),
        stdio: ['ignore', 'pipe', 'pipe'],
      },
    );
    let written = '';
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (chunk) => (written += String(chunk)));
    const code = await new Promise<number | null>((resolve) => void child.once('close', resolve));
    return { code, lines: written.trimEnd().split('\n') };
  }

  it('ends well when what failed passes alone, and says which that was', async () => {
    const { code, lines } = await run('sound', 'one');
    expect(lines).toContain('failed at first, runs once more alone: test/one.spec.mjs');
    expect(lines.slice(-2)).toEqual([
      'failed at first and passed alone: test/one.spec.mjs',
      'tests: 3 passed, 0 failed',
    ]);
    expect(code).toBe(0);
  });

  it('ends badly when something fails again, and counts each test once', async () => {
    const { code, lines } = await run('sound', 'other', 'always');
    expect(lines).toContain('failed at first, runs once more alone: test/other.spec.mjs');
    expect(lines).toContain('failed at first, runs once more alone: test/always.spec.mjs');
    expect(lines.slice(-2)).toEqual([
      'failed at first and passed alone: test/other.spec.mjs',
      'tests: 4 passed, 1 failed',
    ]);
    expect(code).toBe(1);
  });
});
