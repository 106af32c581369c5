/**
 * Run by itself, by `local-mailbox.ts`: a mail server that delivers nothing but shows it on a page, for this machine
 * alone. It tells its starter when it listens, and ends when told to or when the starter is gone.
 */
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';
import { MailDev } from 'maildev';
import { pageScript } from './open-links.ts';

const [smtpPort = '', webPort = '', folder = ''] = process.argv.slice(2);

/** Mails kept; the oldest go first. */
const kept = 200;

const ownHosts = new Set(['localhost', '127.0.0.1'].map((host) => `${host}:${webPort}`));

/**
 * Mails hold links to sign in with, and MailDev answers any site that asks from within a browser. Pages of other sites
 * are known by their `Origin`, and by the `Host` where a name of theirs has been made to lead here.
 */
function isOurOwn({ headers: { host = '', origin } }: IncomingMessage): boolean {
  return ownHosts.has(host) && (origin === undefined || origin === `http://${host}`);
}

const script = pageScript();

/** Answers for MailDev's own pages, where ours is better. @returns whether it did */
function answersFor({ url = '' }: IncomingMessage, response: ServerResponse): boolean {
  if (!url.endsWith(`/assets/${script.name}`)) return false;
  response.writeHead(200, { 'content-type': 'text/javascript; charset=utf-8' }).end(script.text);
  return true;
}

function keepOthersOut(server: Server): void {
  const [requests, upgrades] = [server.listeners('request'), server.listeners('upgrade')];
  server.removeAllListeners('request').removeAllListeners('upgrade');
  server.on('request', (request: IncomingMessage, response: ServerResponse) => {
    if (!isOurOwn(request)) response.writeHead(403).end();
    else if (!answersFor(request, response)) {
      for (const listener of requests) listener.call(server, request, response);
    }
  });
  server.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    if (isOurOwn(request)) for (const listener of upgrades) listener.call(server, request, socket, head);
    else socket.destroy();
  });
}

const mailbox = new MailDev({
  smtp: Number(smtpPort),
  ip: '127.0.0.1',
  web: Number(webPort),
  webIp: '127.0.0.1',
  mailDirectory: folder,
  maxEmails: kept,
  silent: true,
});

const end = () => {
  mailbox.stop().then(
    () => process.exit(0),
    () => process.exit(1),
  );
};
process.once('SIGTERM', end);
process.once('disconnect', end);

const { api } = await mailbox.start();
if (!api) throw new Error('MailDev has no page');
keepOthersOut(api.server.server);
process.send?.('listening');
