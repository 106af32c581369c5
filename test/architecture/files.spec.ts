import { projectFiles, read, sourceFiles } from './sources.js';

/** What is looked for is put together here, as this file is looked at too. */
const word = (...parts: readonly string[]): string => parts.join('');

const promises = new RegExp(`\\b(?:${word('TO', 'DO')}|${word('FIX', 'ME')}|${word('XX', 'X')})\\b`);
const silenced = new RegExp(
  [
    word('(?:ox|es)lint', '-disable'),
    word('@ts-', '(?:ignore|expect-error|nocheck)'),
    word('prettier', '-ignore'),
    word('istanbul', ' ignore'),
  ].join('|'),
);

/** Lines that a kind of file may have; the first pattern that fits counts. */
const limits: readonly (readonly [RegExp, number])[] = [
  [/\.controller\.tsx?$/, 150],
  // A test file is a list: long ones are read in parts.
  [/spec\.tsx?$/, 450],
  [/./, 300],
];

function tooLong(path: string, lines: number): boolean {
  const limit = limits.find(([pattern]) => pattern.test(path))?.[1] ?? 300;
  return lines > limit;
}

const linesOf = (text: string): number => text.split('\n').length - (text.endsWith('\n') ? 1 : 0);

describe('every source file', () => {
  const files = sourceFiles();

  it('is found', () => {
    expect(files).toContain('apps/shell/src/main.ts');
    expect(files).toContain('libs/ui/src/styles/ui.scss');
    expect(files).toContain('test/architecture/files.spec.ts');
  });

  it('has at most 300 lines, controllers 150, tests 450', () => {
    expect(files.filter((path) => tooLong(path, linesOf(read(path))))).toEqual([]);
    expect(tooLong('a.ts', 301) && !tooLong('a.ts', 300)).toBe(true);
    expect(tooLong('a.controller.ts', 151) && !tooLong('a.controller.ts', 150)).toBe(true);
  });

  it('puts nothing off', () => {
    expect(files.filter((path) => promises.test(read(path)))).toEqual([]);
    expect(promises.test(`// ${word('TO', 'DO')}: later`)).toBe(true);
  });

  it('silences no check', () => {
    expect(files.filter((path) => silenced.test(read(path)))).toEqual([]);
    for (const comment of ['eslint-dis', 'oxlint-dis'])
      expect(silenced.test(`// ${comment}able-next-line`)).toBe(true);
    expect(silenced.test(`// ${word('@ts-', 'ignore')}`)).toBe(true);
  });
});

describe('the folders', () => {
  const vague = /(?:^|\/)(?:utils?|common|helpers?|misc|shared)\//;

  it('say what is in them', () => {
    expect(projectFiles().filter((path) => vague.test(path))).toEqual([]);
    expect(vague.test('libs/ui/src/utils/a.ts')).toBe(true);
  });
});
