import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { request, type IncomingMessage } from 'node:http';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createTransport } from 'nodemailer';
import { LocalMailbox } from '../../libs/launcher/src/mailbox/local-mailbox.js';
import { chooseMailboxPort } from '../../libs/launcher/src/mailbox/mailbox-port.js';
import { freePort } from './npm-start.js';

async function send(mailbox: LocalMailbox, subject: string): Promise<void> {
  const transport = createTransport(mailbox.smtpUrl);
  await transport.sendMail({ from: 'a@example.org', to: 'b@example.org', subject, text: 'words' });
  transport.close();
}

/** GETs a path of the mailbox's page with exactly these headers. */
function get(
  mailbox: LocalMailbox,
  path: string,
  headers: Record<string, string> = {},
): Promise<IncomingMessage> {
  const { port } = new URL(mailbox.url);
  return new Promise((resolve, reject) => {
    const asking = request({ host: '127.0.0.1', port, path, headers }, (response) => {
      response.resume();
      resolve(response);
    });
    asking.once('error', reject);
    asking.once('upgrade', (response, socket) => {
      socket.destroy();
      resolve(response);
    });
    asking.end();
  });
}

async function subjects(mailbox: LocalMailbox): Promise<string[]> {
  const response = await fetch(`${mailbox.url.replace('localhost', '127.0.0.1')}/api/email`);
  const mails = (await response.json()) as { readonly subject: string }[];
  return mails.map(({ subject }) => subject);
}

describe('the local mailbox', () => {
  let folder: string;
  let mailbox: LocalMailbox;
  const start = async (port: number | null = null) => {
    const planned = await LocalMailbox.plan({
      port,
      otherPorts: [],
      folder: join(folder, 'mailbox'),
      log: join(folder, 'mailbox.log'),
    });
    await planned.start();
    return planned;
  };
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'mailbox-'));
    mailbox = await start();
  });
  afterAll(async () => {
    await mailbox.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  it('shows what was sent, also after another start', async () => {
    await send(mailbox, 'Kept');
    expect(await subjects(mailbox)).toEqual(['Kept']);
    await mailbox.stop();
    mailbox = await start();
    expect(await subjects(mailbox)).toEqual(['Kept']);
  });

  it('shows nothing to other sites, whatever they are called', async () => {
    const { port } = new URL(mailbox.url);
    const own = { host: `localhost:${port}` };
    const upgrade = { connection: 'upgrade', upgrade: 'websocket', 'sec-websocket-version': '13' };
    const socket = { ...upgrade, 'sec-websocket-key': 'AAAAAAAAAAAAAAAAAAAAAA==' };
    const statusOf = async (headers: Record<string, string>, path = '/api/email') =>
      (await get(mailbox, path, headers)).statusCode;
    expect(await statusOf(own)).toBe(200);
    expect(await statusOf({ ...own, origin: `http://localhost:${port}` })).toBe(200);
    expect(await statusOf({ ...own, origin: 'http://elsewhere.example' })).toBe(403);
    expect(await statusOf({ ...own, origin: 'null' })).toBe(403);
    expect(await statusOf({ host: `elsewhere.example:${port}` })).toBe(403);
    const live = '/socket.io/?EIO=4&transport=websocket';
    expect(await statusOf({ ...own, ...socket }, live)).toBe(101);
    await expect(statusOf({ ...own, ...socket, origin: 'http://elsewhere.example' }, live)).rejects.toThrow(
      /hang up|reset/,
    );
  });

  it('comes back at the same place when it has been killed', async () => {
    const { url, smtpUrl } = mailbox;
    const [pid = ''] = execFileSync('pgrep', ['-f', `run-mailbox.ts ${mailbox.smtpPort}`], {
      encoding: 'utf8',
    }).split('\n');
    process.kill(Number(pid), 'SIGKILL');
    const end = Date.now() + 60_000;
    const isBack = () =>
      get(mailbox, '/api/healthz').then(
        () => true,
        () => false,
      );
    while (await isBack());
    while (!(await isBack())) expect(Date.now()).toBeLessThan(end);
    await send(mailbox, 'After a kill');
    expect([mailbox.url, mailbox.smtpUrl]).toEqual([url, smtpUrl]);
  });
});

describe('the port of its page', () => {
  it('is the next one that is free, unless one is asked for', async () => {
    const first = await chooseMailboxPort(null, []);
    expect(await chooseMailboxPort(null, [first])).toBeGreaterThan(first);
    const port = await freePort();
    expect(await chooseMailboxPort(port, [])).toBe(port);
    await expect(chooseMailboxPort(port, [port])).rejects.toThrow(
      `MAILBOX_PORT ${port} is taken by the site itself`,
    );
    const server = createServer();
    await new Promise<void>((resolve) => void server.listen(port, '127.0.0.1', resolve));
    await expect(chooseMailboxPort(port, [])).rejects.toThrow(
      new RegExp(`^MAILBOX_PORT ${port} is taken by [^\\n]*\\(process ${process.pid}\\)[^\\n]*$`),
    );
    server.close();
  });
});
