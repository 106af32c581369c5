import { once } from 'node:events';
import type { Socket } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { simpleParser, type ParsedMail } from 'mailparser';
import { SMTPServer, type SMTPServerSession } from 'smtp-server';
import { testPort } from './test-port.ts';

/** A mail that has arrived, as a mail program would read it. */
export interface ReceivedMail {
  readonly from: { readonly name: string; readonly address: string };
  /** Whom the envelope names, whatever the headers say. */
  readonly to: readonly string[];
  readonly subject: string;
  readonly html: string;
  readonly text: string;
  readonly messageId: string;
  /** A header's value as it was sent, unfolded; `undefined` when there is none. */
  header(this: void, name: string): string | undefined;
  readonly attachments: readonly {
    readonly filename: string | undefined;
    readonly contentType: string;
    readonly content: Buffer;
  }[];
  /** The whole mail as it came. */
  readonly source: Buffer;
}

/**
 * When a server can misbehave: at the greeting, at `MAIL FROM`, at `RCPT TO`, as the content begins to come (`data`: it can
 * only hang and drop there), or once it has the whole mail.
 */
export type Moment = 'greeting' | 'sender' | 'recipient' | 'data' | 'content';

/**
 * How it misbehaves: it answers with a code of its own, does so rightly but after so many milliseconds, says nothing more, or
 * drops the connection; `keep-and-drop` (with `content`) takes the mail and drops the connection before it says so.
 */
export type Misbehaviour =
  | { readonly code: number; readonly words: string }
  | { readonly after: number }
  | 'hang'
  | 'drop'
  | 'keep-and-drop';

/** A real mail server of a test's own that keeps all it is given. */
export interface TestMailbox {
  /** For `SMTP_URL`. */
  readonly url: string;
  /** Every mail so far, in the order of arrival. */
  all(this: void): readonly ReceivedMail[];
  /**
   * The first mail to the address that no earlier call was given; waits until there is one.
   *
   * @throws Error telling what has arrived, when there is none in time
   */
  waitFor(
    this: void,
    address: string,
    options?: { readonly subject?: string | RegExp; readonly within?: number },
  ): Promise<ReceivedMail>;
  /** From now on the server misbehaves, in the same way at the same moment until told otherwise. */
  misbehave(this: void, at: Moment, how: Misbehaviour): void;
  /** From now on it behaves. */
  behave(this: void): void;
  /** How often somebody has come to each moment, misbehaviour or not. */
  visits(this: void, at: Moment): number;
  /** Nobody listens any more, and connections are gone. */
  down(this: void): Promise<void>;
  /** It listens again, at the same port. */
  up(this: void): Promise<void>;
}

/** As long as a mail may take on a busy machine, in milliseconds. */
const patience = 60_000;

type Answer = (error?: Error | null) => void;

function header(mail: ParsedMail, name: string): string | undefined {
  const line = mail.headerLines.find(({ key }) => key === name.toLowerCase())?.line;
  return line
    ?.slice(line.indexOf(':') + 1)
    .replaceAll(/\r?\n(?=[ \t])/g, '')
    .trim();
}

async function received(raw: Buffer, session: SMTPServerSession): Promise<ReceivedMail> {
  const mail = await simpleParser(raw);
  const [from] = mail.from?.value ?? [];
  return {
    from: { name: from?.name ?? '', address: from?.address ?? '' },
    to: session.envelope.rcptTo.map(({ address }) => address),
    subject: mail.subject ?? '',
    html: mail.html || '',
    text: mail.text ?? '',
    messageId: mail.messageId ?? '',
    header: (name) => header(mail, name),
    attachments: mail.attachments.map(({ filename, contentType, content }) => ({
      filename,
      contentType,
      content,
    })),
    source: raw,
  };
}

/** Starts a mailbox on a port of the loopback address that stays its own while it is down. */
export async function startMailbox(): Promise<TestMailbox & { stop(this: void): Promise<void> }> {
  const mails: ReceivedMail[] = [];
  const given = new Set<ReceivedMail>();
  const faults = new Map<Moment, Misbehaviour>();
  const visits = new Map<Moment, number>();
  const sockets = new Set<Socket>();
  const port = await testPort();
  let server: SMTPServer | null = null;

  /** @returns whether the server goes on as if nothing were wrong */
  const behaves = (at: Moment, { remotePort }: SMTPServerSession, answer: Answer): boolean => {
    visits.set(at, (visits.get(at) ?? 0) + 1);
    const how = faults.get(at);
    if (how === undefined) return true;
    if (typeof how === 'object') {
      if ('after' in how) setTimeout(answer, how.after);
      else answer(Object.assign(new Error(how.words), { responseCode: how.code }));
    } else if (how !== 'hang') {
      for (const socket of sockets) if (socket.remotePort === remotePort) socket.destroy();
    }
    return false;
  };

  const listen = async () => {
    const created = new SMTPServer({
      authOptional: true,
      disabledCommands: ['AUTH', 'STARTTLS'],
      disableReverseLookup: true,
      closeTimeout: 100,
      onConnect: (session, answer) => {
        if (behaves('greeting', session, answer)) answer();
      },
      onMailFrom: (_, session, answer) => {
        if (behaves('sender', session, answer)) answer();
      },
      onRcptTo: (_, session, answer) => {
        if (behaves('recipient', session, answer)) answer();
      },
      onData: (stream, session, answer) => {
        if (!behaves('data', session, answer)) return;
        const chunks: Buffer[] = [];
        stream.on('data', (chunk: Buffer) => chunks.push(chunk));
        stream.once('end', () => {
          const how = faults.get('content');
          const keeps =
            how === undefined || how === 'keep-and-drop' || (typeof how === 'object' && 'after' in how);
          const keeping = keeps ? received(Buffer.concat(chunks), session) : null;
          void Promise.resolve(keeping).then((mail) => {
            if (mail) mails.push(mail);
            if (behaves('content', session, answer)) answer();
          });
        });
      },
    });
    server = created;
    // Clients that vanish are what some tests are about.
    created.on('error', () => {});
    created.server.on('connection', (socket: Socket) => {
      sockets.add(socket);
      socket.once('close', () => sockets.delete(socket));
    });
    const listening = once(created.server, 'listening');
    created.listen(port, '127.0.0.1');
    await listening;
  };
  const down = async () => {
    const stopping = server;
    server = null;
    if (!stopping) return;
    const closed = new Promise<void>((resolve) => {
      stopping.close(() => resolve());
    });
    for (const socket of sockets) socket.destroy();
    await closed;
  };

  await listen();
  return {
    url: `smtp://127.0.0.1:${port}?ignoreTLS=true`,
    all: () => mails,
    waitFor: async (address, { subject, within = patience } = {}) => {
      const end = performance.now() + within;
      const fits = (mail: ReceivedMail) =>
        !given.has(mail) &&
        mail.to.includes(address) &&
        (subject === undefined ||
          (typeof subject === 'string' ? mail.subject === subject : subject.test(mail.subject)));
      for (;;) {
        const found = mails.find(fits);
        if (found) {
          given.add(found);
          return found;
        }
        if (performance.now() > end) {
          const arrived = mails.map(({ to, subject: about }) => `${to.join(', ')}: ${about}`).join('\n');
          throw new Error(`no (further) mail to ${address} in ${within} ms; what has arrived:\n${arrived}`);
        }
        await wait(20);
      }
    },
    misbehave: (at, how) => void faults.set(at, how),
    behave: () => faults.clear(),
    visits: (at) => visits.get(at) ?? 0,
    down,
    up: listen,
    stop: down,
  };
}
