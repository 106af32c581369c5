import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { existsSync, readFileSync } from 'node:fs';
import { createServer, request, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { once } from 'node:events';
import { freePort } from '../../../libs/launcher/src/ports.ts';
import { send } from '../../imports/send-large.js';
import { startImporting, textOf, type Importing } from './importing.js';

const megabyte = 1024 * 1024;

let calendar: Importing;
let members: Server;
beforeAll(async () => {
  // Stands between shell and calendar as the exchange of cookies for identity tokens does: whoever asks is staff.
  const port = await freePort();
  members = createServer((incoming, answer) => {
    void calendar.headers().then((identity) => {
      const onward = request(calendar.url + (incoming.url ?? ''), {
        method: incoming.method ?? 'GET',
        headers: { ...incoming.headers, ...(incoming.headers['x-visitor'] ? {} : identity) },
      });
      onward.on('response', (response) => {
        answer.writeHead(response.statusCode ?? 0, response.headers);
        response.pipe(answer);
      });
      onward.on('error', () => answer.destroy());
      incoming.pipe(onward);
    });
  });
  members.listen(port, '127.0.0.1');
  await once(members, 'listening');
  calendar = await startImporting({
    apps: ['events-calendar', 'shell'],
    env: { EVENTS_CALENDAR_URL: `http://127.0.0.1:${(members.address() as AddressInfo).port}` },
  });
});
afterAll(async () => {
  await calendar.stop();
  members.closeAllConnections();
  members.close();
});

/** The most memory that the calendar's process has ever had, in megabytes. */
function peakMemory(): number {
  const status = readFileSync(`/proc/${calendar.system.pid('events-calendar')}/status`, 'utf8');
  return Number(/VmHWM:\s+(\d+)/.exec(status)?.[1]) / 1024;
}

const imports = () => calendar.query('SELECT id FROM imports');

describe('a file of 50 MB', () => {
  test.each([
    ['directly', () => calendar.url],
    ['through the shell', () => calendar.system.urls['shell'] ?? ''],
  ])('is refused with a page that says why, %s', async (_, origin) => {
    const address = `${origin()}/calendar/manage/import`;
    const answer = await send(address, 50 * megabyte, await calendar.headers());
    expect(answer.status).toBe(413);
    expect(textOf(answer.html)).toContain('The file is larger than 10 MB. Nothing was saved.');
    expect(answer.html).toContain('<title>Error: Import events');
    expect(answer.html).toContain('type="file"');
    expect(await imports()).toEqual([]);
  });

  test.each([
    ['directly', () => calendar.url],
    ['through the shell', () => calendar.system.urls['shell'] ?? ''],
  ])('as the body of a program’s request is refused as well, %s', async (_, origin) => {
    const answer = await send(`${origin()}/api/v1/events-calendar/imports`, 50 * megabyte, {
      ...(await calendar.headers()),
      'content-type': 'text/csv',
    });
    expect(answer.status).toBe(413);
    expect(answer.html).toContain('"code":"too-large"');
    expect(await imports()).toEqual([]);
  });

  (existsSync('/proc/self/status') ? test : test.skip)('is never held in memory', async () => {
    const before = peakMemory();
    const address = `${calendar.url}/calendar/manage/import`;
    const headers = await calendar.headers();
    await Promise.all(Array.from({ length: 4 }, () => send(address, 50 * megabyte, headers)));
    expect(peakMemory() - before).toBeLessThan(150);
  });

  test.each([
    ['directly', () => calendar.url],
    ['through the shell', () => calendar.system.urls['shell'] ?? ''],
  ])('of somebody who is not staff is refused with a page, %s', async (_, origin) => {
    const answer = await send(`${origin()}/calendar/manage/import`, 50 * megabyte, { 'x-visitor': '1' });
    expect(answer.status).toBe(403);
    expect(answer.html).toContain('You need to sign in');
  });
});

test('a file of just under 10 MB is read, one of just over is not', async () => {
  const line = `${'a'.repeat(98)}\n`;
  const almost = `title,start,x\n"A",2099-01-01,"${line.repeat(103_000)}"`;
  expect(Buffer.byteLength(almost)).toBeLessThan(10 * megabyte);
  expect((await calendar.upload(almost)).status).toBe(303);
  expect((await calendar.upload(almost.replace(',"a', `,"${line.repeat(3000)}a`))).status).toBe(413);
});
