import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { freePort } from '../ports.ts';
import { until } from '../processes.ts';
import { inheritedEnvironment } from '../services/environment.ts';
import { rotate } from '../services/log-file.ts';
import { startProcess, type ServiceProcess } from '../services/process.ts';
import { StartError } from '../start-error.ts';
import { chooseMailboxPort } from './mailbox-port.ts';

/** What it may keep in memory, in MB: its own page's needs, and the mails that are looked at. */
const memory = 128;

/** How long it may take until it listens, in milliseconds. */
const readyLimit = 20_000;

/** How often another port is tried, when somebody else was quicker to take one that was free. */
const attempts = 5;

/** Between a stop of its own accord and its next start, in milliseconds. */
const pause = 1000;

const grace = 1000;

export interface LocalMailboxOptions {
  /** The port of its page, if it must be that one. */
  readonly port: number | null;
  /** Ports that will be used for something else. */
  readonly otherPorts: readonly number[];
  /** The folder where mails are kept. */
  readonly folder: string;
  readonly log: string;
}

/** A mailbox for all mail that is sent on this machine: nothing leaves it. Started again whenever it stops by itself. */
export class LocalMailbox {
  readonly smtpPort: number;
  readonly #options: LocalMailboxOptions;
  #webPort: number;
  #process: ServiceProcess | null = null;
  #listening = false;
  #stopping = false;

  private constructor(options: LocalMailboxOptions, ports: { readonly smtp: number; readonly web: number }) {
    this.#options = options;
    this.smtpPort = ports.smtp;
    this.#webPort = ports.web;
  }

  /**
   * Finds ports for it; nothing is started yet.
   *
   * @throws StartError naming MAILBOX_PORT
   */
  static async plan(options: LocalMailboxOptions): Promise<LocalMailbox> {
    const web = await chooseMailboxPort(options.port, options.otherPorts);
    return new LocalMailbox(options, { smtp: await freePort(), web });
  }

  /** For the mailer. MailDev's certificate is one that nobody vouches for. */
  get smtpUrl(): string {
    return `smtp://127.0.0.1:${this.smtpPort}?ignoreTLS=true`;
  }

  /** Where people read what was sent. */
  get url(): string {
    return `http://localhost:${this.#webPort}`;
  }

  /**
   * Starts it and waits until it listens.
   *
   * @throws StartError when it does not in time
   */
  async start(): Promise<void> {
    const { folder, log, port, otherPorts } = this.#options;
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    rotate(log);
    for (let attempt = 1; attempt <= attempts && !this.#stopping; attempt += 1) {
      const started = this.#launch();
      await until(() => this.#listening || !started.isRunning(), readyLimit);
      if (this.#listening) {
        this.#keepRunning(started);
        return;
      }
      await started.stop(0);
      if (port !== null) break;
      this.#webPort = await chooseMailboxPort(null, otherPorts);
    }
    if (this.#stopping) throw new StartError('The local mailbox was stopped while it was starting.');
    throw new StartError(
      `The local mailbox did not start; its log: ${log}. Set SMTP_URL to use a mail server instead.`,
    );
  }

  #launch(): ServiceProcess {
    this.#listening = false;
    this.#process = startProcess(
      [
        `--max-old-space-size=${memory}`,
        join(import.meta.dirname, 'run-mailbox.ts'),
        String(this.smtpPort),
        String(this.#webPort),
        this.#options.folder,
      ],
      inheritedEnvironment(process.env),
      this.#options.log,
      () => {
        this.#listening = true;
      },
    );
    return this.#process;
  }

  #keepRunning(started: ServiceProcess): void {
    void started.ended.then(async () => {
      await wait(pause, undefined, { ref: false });
      if (!this.#stopping) this.#keepRunning(this.#launch());
    });
  }

  async stop(): Promise<void> {
    this.#stopping = true;
    await this.#process?.stop(grace);
  }

  /** Ends it at once. */
  kill(): void {
    this.#stopping = true;
    this.#process?.signal('SIGKILL');
  }
}
