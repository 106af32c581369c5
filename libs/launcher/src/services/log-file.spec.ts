import { afterEach, beforeEach, expect, test } from '@jest/globals';
import {
  existsSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
  appendFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { FollowedLog, rotate } from './log-file.ts';

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

test('what a service writes is read along, and put aside when it has grown large', () => {
  const heard: string[] = [];
  const log = new FollowedLog(path, (text) => heard.push(text));
  const welsh = Buffer.from('dŵr\n');
  appendFileSync(path, welsh.subarray(0, 2));
  log.catchUp();
  appendFileSync(path, welsh.subarray(2));
  log.catchUp();
  expect(heard.join('')).toBe('dŵr\n');

  truncateSync(path, 10 * 1024 * 1024);
  log.catchUp();
  expect(statSync(path).size).toBe(0);
  expect(statSync(`${path}.1`).size).toBe(10 * 1024 * 1024);

  appendFileSync(path, 'afterwards\n');
  log.close();
  expect(heard.at(-1)).toBe('afterwards\n');
});
