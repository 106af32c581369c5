import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { openBrowser, startSystem, type System } from '#launcher';
import pg from 'pg';
import { alive } from './npm-start.js';

let system: System;
beforeAll(async () => {
  system = await startSystem();
});
afterAll(() => system.stop());

async function status(path: string): Promise<number> {
  const response = await fetch(`${system.urls['shell']}${path}`);
  await response.body?.cancel();
  return response.status;
}

test('a test has services, a database and a browser of its own', async () => {
  const browser = await openBrowser();
  try {
    const page = await browser.newPage();
    const response = await page.goto(`${system.urls['shell']}/`);
    expect(response?.status()).toBe(200);
    expect(await page.title()).not.toBe('');
  } finally {
    await browser.close();
  }
});

test('a service can be killed and started again at its address, and what it wrote be read', async () => {
  const before = system.pid('events-calendar');
  await system.kill('events-calendar');
  expect(alive([before])).toEqual([]);
  expect(await status('/health')).toBe(503);
  await system.restart('events-calendar');
  expect(await status('/health')).toBe(200);
  const told = () => system.logs('events-calendar').match(/"listening"/g)?.length;
  // Lines are written together, a moment after what they tell of.
  for (let tries = 0; tries < 1200 && told() !== 2; tries += 1) await wait(50);
  expect(told()).toBe(2);
});

test('nothing is left of it afterwards', async () => {
  const other = await startSystem({ apps: ['events-calendar'] });
  const pid = other.pid('events-calendar');
  expect((await fetch(`${other.urls['events-calendar']}/health/ready`)).status).toBe(200);
  await other.stop();
  expect(alive([pid])).toEqual([]);
  expect(other.logs('events-calendar')).toContain('listening');
  const client = new pg.Client({ connectionString: other.adminUrl });
  await expect(client.connect()).rejects.toThrow('does not exist');
});

test('a service that cannot start is told of with all it wrote', async () => {
  await expect(startSystem({ apps: ['events-calendar'], env: { LOG_LEVEL: 'loud' } })).rejects.toThrow(
    /events-calendar did not become ready:[^]*LOG_LEVEL/,
  );
});
