import { createServer } from 'node:http';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { Chrome } from './chrome.js';
import { ChromeClient } from './chrome-client.js';
import type { ChromeClientOptions } from './chrome-client.js';
import { renderChrome } from './render-chrome.js';

function chromeNamed(networkName: string): Chrome {
  return renderChrome({
    networkName,
    navigation: [],
    signIn: null,
    footerLinks: [],
    footerText: null,
    assets: { stylesheet: '/a/ui.css', forms: '/a/forms.js', favicon: '/a/favicon.svg' },
  });
}

const fallback = chromeNamed('The service’s own copy');
const shells = chromeNamed('The shell’s');

type Answer = (request: IncomingMessage, response: ServerResponse) => void;

let server: Server;
let url: string;
let answer: Answer;
let asked: IncomingMessage[];

function sends(chrome: unknown, headers: Record<string, string> = {}): Answer {
  return (_, response) => response.writeHead(200, headers).end(JSON.stringify(chrome));
}

function client(options: Partial<ChromeClientOptions> = {}): ChromeClient {
  // So long that it never runs out on a busy machine, but where a test is about just that.
  return new ChromeClient({ url, fallback, timeLimit: 60_000, ...options });
}

async function listen(port = 0): Promise<void> {
  server = createServer((request, response) => {
    asked.push(request);
    answer(request, response);
  });
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/chrome`;
}

async function stop(): Promise<void> {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
}

beforeEach(async () => {
  asked = [];
  answer = sends(shells);
  await listen();
});

afterEach(stop);

test('a client without a shell uses the service’s own copy', async () => {
  const alone = client({ url: null });
  await alone.refresh();
  expect(alone.current()).toBe(fallback);
});

test('the first page has the fallback, and those after the answer the shell’s', async () => {
  const chrome = client();
  expect(chrome.current()).toEqual(fallback);
  await chrome.refresh();
  expect(chrome.current()).toEqual(shells);
  expect(asked).toHaveLength(1);
});

test('many at once ask once', async () => {
  const chrome = client();
  for (let page = 0; page < 100; page += 1) chrome.current();
  await Promise.all([chrome.refresh(), chrome.refresh()]);
  expect(asked).toHaveLength(1);
});

test('an answer is fresh for a while; then the old one is used while the new one is fetched', async () => {
  const chrome = client({ freshFor: 1000 });
  await chrome.refresh();
  expect(chrome.current().networkName).toBe('The shell’s');
  expect(asked).toHaveLength(1);
  answer = sends(chromeNamed('Changed'));
  await wait(1050);
  expect(chrome.current().networkName).toBe('The shell’s');
  await chrome.refresh();
  expect(chrome.current().networkName).toBe('Changed');
  expect(asked).toHaveLength(2);
});

test('the shell is asked with the ETag of the copy at hand, and 304 keeps it', async () => {
  const chrome = client();
  answer = sends(shells, { etag: '"one"' });
  await chrome.refresh();
  answer = (_, response) => response.writeHead(304).end();
  await chrome.refresh();
  expect(asked.map((request) => request.headers['if-none-match'])).toEqual([undefined, '"one"']);
  expect(chrome.current()).toEqual(shells);
});

describe('the shell’s copy is kept, and the failure told once, when the shell', () => {
  const cases: ReadonlyArray<[string, Answer]> = [
    ['is slow to begin', () => undefined],
    ['is slow to end', (_, response) => void response.writeHead(200).write('{"version":')],
    ['answers 500', (_, response) => void response.writeHead(500).end('out of order')],
    ['answers 304 to nothing', (_, response) => void response.writeHead(304).end()],
    ['sends garbage', (_, response) => void response.end('<html>')],
    ['sends another shape', sends({ ...shells, stylesheets: [] })],
    ['leads styles elsewhere', sends({ ...shells, stylesheets: ['https://elsewhere.example/x.css'] })],
    ['sends far too much', sends({ ...shells, more: 'x'.repeat(600_000) })],
    ['redirects', (_, response) => void response.writeHead(302, { location: '/elsewhere' }).end()],
    ['hangs up', (request) => void request.socket.destroy()],
  ];

  test.each(cases)('%s', async (what, broken) => {
    const failures: string[] = [];
    let recoveries = 0;
    const chrome = client({
      timeLimit: what.startsWith('is slow') ? 1000 : 60_000,
      onFailure: (reason) => failures.push(reason.message),
      onRecovery: () => (recoveries += 1),
    });
    await chrome.refresh();
    expect(chrome.current()).toEqual(shells);

    answer = broken;
    const began = performance.now();
    await chrome.refresh();
    await chrome.refresh();
    expect(performance.now() - began).toBeLessThan(30_000);
    expect(chrome.current()).toEqual(shells);
    expect(failures).toHaveLength(1);

    answer = sends(chromeNamed('Back again'));
    await chrome.refresh();
    expect(chrome.current().networkName).toBe('Back again');
    expect(recoveries).toBe(1);
  });
});

test('a shell that is down is left alone for a while, and found again when it is up', async () => {
  await stop();
  const failures: Error[] = [];
  const chrome = client({ retryAfter: 2500, onFailure: (reason) => failures.push(reason) });
  await chrome.refresh();
  expect(chrome.current()).toBe(fallback);
  expect(failures).toHaveLength(1);

  await listen(Number(new URL(url).port));
  for (let page = 0; page < 10; page += 1) {
    chrome.current();
    await wait(15);
  }
  expect(asked).toHaveLength(0);

  await wait(2500);
  chrome.current();
  await chrome.refresh();
  expect(chrome.current()).toEqual(shells);
  expect(asked).toHaveLength(1);
});

test('a page never waits: a hundred thousand in well under a second', () => {
  answer = () => undefined;
  const chrome = client();
  const before = process.cpuUsage();
  for (let page = 0; page < 100_000; page += 1) chrome.current();
  // The time that others have the processor for does not count.
  const { user, system } = process.cpuUsage(before);
  expect((user + system) / 1000).toBeLessThan(500);
});
