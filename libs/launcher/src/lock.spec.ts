import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { takeLock } from './lock.ts';
import { startOf } from './processes.ts';
import { StartError } from './start-error.ts';

describe('a lock', () => {
  let folder: string;
  let path: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'lock-'));
    path = join(folder, 'lock');
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  const take = () => takeLock(path, (pid) => `held by ${pid}`);

  test('is held by one at a time, and free again when it is given back', () => {
    const release = take();
    expect(take).toThrow(new StartError(`held by ${process.pid}`));
    release();
    expect(existsSync(path)).toBe(false);
    take()();
    expect(readdirSync(folder)).toEqual([]);
  });

  test.each([
    ['whose holder is gone', JSON.stringify({ pid: 2 ** 22 + 1, started: 'once' })],
    [
      'whose holder’s number has gone to another program',
      JSON.stringify({ pid: process.pid, started: 'once' }),
    ],
    ['that was written by half', '{"pid":'],
    ['that is empty', ''],
  ])('%s is taken over', (_which, text) => {
    writeFileSync(path, text);
    const release = take();
    expect(JSON.parse(readFileSync(path, 'utf8'))).toEqual({
      pid: process.pid,
      started: startOf(process.pid),
    });
    expect(readdirSync(folder)).toEqual(['lock']);
    release();
  });

  test('is not given back on behalf of another', () => {
    const release = take();
    writeFileSync(path, 'another’s');
    release();
    expect(readFileSync(path, 'utf8')).toBe('another’s');
  });
});
