import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { execFileSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

const repository = join(import.meta.dirname, '../..');

describe('the build', () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'build-'));
    symlinkSync(join(repository, 'node_modules'), join(folder, 'node_modules'));
    for (const path of ['.swcrc', 'package.json', 'libs/launcher/src']) {
      cpSync(join(repository, path), join(folder, path), { recursive: true });
    }
    write('apps/fair/src/main.ts', `import { word } from '#words';\nconsole.log(word as string);\n`);
    write('apps/fair/src/data/places.csv', 'name\nYr Wyddfa\n');
    write('apps/fair/src/main.spec.ts', 'nothing to build');
    write('apps/fair/README.md', 'nothing to build');
    write('libs/words/src/index.ts', `export const word: string = 'one';\n`);
    write('apps/fair/src/islands/map.ts', `import { add } from './parts/add.js';\nconsole.log(add(1, 2));\n`);
    write(
      'apps/fair/src/islands/parts/add.ts',
      `export const add = (a: number, b: number): number => a + b;\n`,
    );
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  function write(path: string, text: string): void {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  const read = (path: string) => readFileSync(join(folder, 'dist', path), 'utf8');
  const build = () =>
    execFileSync(process.execPath, [join(folder, 'libs/launcher/src/commands/build.ts')], {
      encoding: 'utf8',
      stdio: 'pipe',
    });
  const island = () => {
    const { map }: { map: string } = JSON.parse(read('apps/fair/islands/manifest.json'));
    return map;
  };

  test('compiles, copies and bundles each source into its place', () => {
    expect(build()).toMatch(/^Built 5 files in /);
    expect(read('apps/fair/src/main.js')).toContain('console.log(word);');
    expect(read('apps/fair/src/main.js')).toContain('sourceMappingURL=main.js.map');
    expect(read('apps/fair/src/data/places.csv')).toBe('name\nYr Wyddfa\n');
    expect(existsSync(join(folder, 'dist/apps/fair/src/main.spec.js'))).toBe(false);
    expect(existsSync(join(folder, 'dist/apps/fair/README.md'))).toBe(false);
    expect(existsSync(join(folder, 'dist/libs/launcher'))).toBe(false);
    expect(island()).toMatch(/^map-[A-Z0-9]{8}\.js$/);
    expect(read(`apps/fair/islands/${island()}`)).not.toContain('import');
  });

  test('does nothing when nothing has changed', () => {
    expect(build()).toBe('Nothing to build.\n');
  });

  test('builds what has changed, and removes what is gone', () => {
    write('libs/words/src/index.ts', `export const word: string = 'another';\n`);
    rmSync(join(folder, 'apps/fair/src/data/places.csv'));
    expect(build()).toMatch(/^Built 2 files in /);
    expect(read('libs/words/src/index.js')).toContain('another');
    expect(existsSync(join(folder, 'dist/apps/fair/src/data/places.csv'))).toBe(false);
  });

  test('gives a browser script another name when a part of it has changed', () => {
    const before = island();
    write(
      'apps/fair/src/islands/parts/add.ts',
      `export const add = (a: number, b: number): number => b + a + 0;\n`,
    );
    build();
    expect(island()).not.toBe(before);
    // Pages that are open still ask for the script they were sent with.
    expect(readdirSync(join(folder, 'dist/apps/fair/islands'))).toContain(before);
  });

  test('names the file and the line that does not compile, and tries again when it has changed', () => {
    write('libs/words/src/index.ts', `export const word: string = ;\n`);
    expect(build).toThrow(/libs\/words\/src\/index\.ts/);
    expect(build).toThrow(/libs\/words\/src\/index\.ts/);
    expect(read('libs/words/src/index.js')).toContain('another');
    write('libs/words/src/index.ts', `export const word: string = 'mended';\n`);
    build();
    expect(read('libs/words/src/index.js')).toContain('mended');
  });

  test('builds again what was removed by hand', () => {
    rmSync(join(folder, 'dist/apps/fair/src/main.js'));
    build();
    expect(existsSync(join(folder, 'dist/apps/fair/src/main.js'))).toBe(true);
  });
});
