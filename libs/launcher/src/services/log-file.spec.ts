import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { rotate } from './log-file.ts';

let folder: string;
let path: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'log-'));
  path = join(folder, 'app.log');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test('three earlier logs are kept, the newest first', () => {
  for (const text of ['first', 'second', 'third', 'fourth', 'fifth']) {
    writeFileSync(path, text);
    rotate(path);
  }
  expect([1, 2, 3].map((number) => readFileSync(`${path}.${number}`, 'utf8'))).toEqual([
    'fifth',
    'fourth',
    'third',
  ]);
  expect(existsSync(path)).toBe(false);
  expect(existsSync(`${path}.4`)).toBe(false);
});

test('an empty log is not put aside', () => {
  rotate(path);
  writeFileSync(path, '');
  rotate(path);
  expect(existsSync(`${path}.1`)).toBe(false);
});
