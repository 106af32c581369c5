import { setTimeout as wait } from 'node:timers/promises';
import {
  Inject,
  Injectable,
  type BeforeApplicationShutdown,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import { Temporal } from 'temporal-polyfill';
import { Listener, type Log } from '#platform';
import type { MailerSettings } from '../settings.js';
import { LOG, SETTINGS } from '../tokens.js';
import { fateOf } from '../mails/domain/fate.js';
import { Bell } from './bell.js';
import { lookAgainAfter, waitAfter } from './domain/retry.js';
import type { Outcome } from './domain/outcome.js';
import { claimSeconds, MailQueue, type ClaimedMail, type Settled } from './mail-queue.js';
import { Postman } from './postman.js';

/** The queue is looked at this often at least, in milliseconds, should a notice be lost. */
const longestSleep = 30_000;

/** After the database has failed us, in milliseconds. */
const afterFailure = 1000;

/** How long mails that are on their way when we are told to stop may take, in milliseconds. */
const drainLimit = 800;

/**
 * Sends what waits in the queue, several mails side by side, woken by every new one. Sending is no part of the transaction
 * that takes a mail in: a server may be slow, and what it has been given cannot be taken back.
 */
@Injectable()
export class Sender implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly bell = new Bell();
  private readonly listener: Listener;
  private readonly onTheirWay = new Map<ClaimedMail, Promise<void>>();
  private readonly connections: number;
  private renewing: NodeJS.Timeout | undefined;
  private running: Promise<void> = Promise.resolve();
  private isStopping = false;
  /** How often in a row the mail server could not be reached. */
  private failures = 0;
  /** When it is looked for again, on the clock of `performance.now`. */
  private pausedUntil = 0;

  constructor(
    private readonly queue: MailQueue,
    private readonly postman: Postman,
    @Inject(SETTINGS) settings: MailerSettings,
    @Inject(LOG) private readonly log: Log,
  ) {
    this.connections = settings.SMTP_CONNECTIONS;
    const ring = () => this.bell.ring();
    this.listener = new Listener(
      settings.DATABASE_URL,
      'mailer_mails',
      { listening: ring, heard: ring },
      log,
    );
  }

  onApplicationBootstrap(): void {
    this.listener.start();
    this.renewing = setInterval(() => void this.renew(), (claimSeconds * 1000) / 3);
    this.running = this.run();
  }

  /** Claims nothing more, and lets what is on its way arrive; what takes too long is tried again by whoever comes next. */
  async beforeApplicationShutdown(): Promise<void> {
    this.isStopping = true;
    this.bell.ring();
    await this.running;
    const arriving = Promise.all(this.onTheirWay.values());
    await Promise.race([arriving, wait(drainLimit)]);
    this.postman.close();
    await arriving;
    clearInterval(this.renewing);
    await this.listener.stop();
  }

  private async run(): Promise<void> {
    while (!this.isStopping) {
      try {
        await this.bell.wait(await this.sendWhatIsDue());
      } catch (error) {
        this.log.warn({ err: error }, 'mails cannot be claimed; trying again');
        await wait(afterFailure);
      }
    }
  }

  /** @returns how long there is nothing to do, in milliseconds, unless the bell rings */
  private async sendWhatIsDue(): Promise<number> {
    const pause = this.pausedUntil - performance.now();
    if (pause > 0) return pause;
    // A server that did not answer is asked by one mail, not by all.
    const room = (this.failures > 0 ? 1 : this.connections) - this.onTheirWay.size;
    if (room <= 0) return longestSleep;
    const claimed = await this.queue.claim(room);
    for (const mail of claimed) this.onTheirWay.set(mail, this.send(mail));
    if (claimed.length === room) return longestSleep;
    const due = await this.queue.untilNextDue();
    return Math.min(longestSleep, Math.max(10, due ?? longestSleep));
  }

  private async send(mail: ClaimedMail): Promise<void> {
    const began = performance.now();
    const fate = fateOf({ ...mail, toAddress: mail.toAddress || null, isErased: false });
    const settled =
      fate === null ? this.settled(mail, await this.postman.deliver(mail)) : { ...fate, again: null };
    const told = {
      mailId: mail.id,
      kind: mail.kind,
      status: settled.status,
      attempt: mail.attempts,
      // The server's words may repeat the address; what kind they are of does not.
      code: /^\d{3}(?: \d\.\d{1,3}\.\d{1,3})?/.exec(settled.answer)?.[0],
      ms: Math.round(performance.now() - began),
      correlationId: mail.correlationId,
    };
    try {
      const isOurs = await this.queue.settle(mail, settled);
      if (isOurs) this.log[settled.status === 'sent' ? 'info' : 'warn'](told, `mail ${settled.status}`);
      else this.log.warn(told, 'the claim on a mail was over before it was settled');
    } catch (error) {
      // Its claim runs out, and it is sent once more, with the same Message-ID.
      this.log.error({ err: error, ...told }, 'what became of a mail could not be written down');
    }
    this.onTheirWay.delete(mail);
    this.bell.ring();
  }

  /** What an attempt means for the mail, and for all others while the server cannot be reached. */
  private settled(mail: ClaimedMail, outcome: Outcome): Settled {
    const { kind, answer } = outcome;
    if (kind !== 'unreachable') {
      this.failures = 0;
      const again = kind === 'deferred' ? waitAfter(mail.attempts, Math.random()) : null;
      return { status: kind, answer, again };
    }
    // Mails that were on their way together fail together, which counts once.
    if (performance.now() >= this.pausedUntil) {
      this.failures += 1;
      this.pausedUntil =
        performance.now() + lookAgainAfter(this.failures, Math.random()).total('milliseconds');
    }
    const again = Math.max(0, Math.round(this.pausedUntil - performance.now()));
    return { status: 'deferred', answer, again: Temporal.Duration.from({ milliseconds: again }) };
  }

  private async renew(): Promise<void> {
    if (this.onTheirWay.size === 0) return;
    try {
      await this.queue.renew([...this.onTheirWay.keys()]);
    } catch (error) {
      this.log.warn({ err: error }, 'claims on mails cannot be renewed');
    }
  }
}
