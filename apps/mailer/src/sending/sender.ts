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

/** For how long mails may wait for a connection at most, in seconds. */
const longestQueue = 10;

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
  /** How many mails may be on their way at a time. */
  private readonly most: number;
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
    // As many again as there are connections, so that none waits for the database between two mails; but no more than leave
    // within the time that handing over may take.
    this.most = Math.min(2 * settings.SMTP_CONNECTIONS, longestQueue * settings.SMTP_RATE);
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
    const room = (this.failures > 0 ? 1 : this.most) - this.onTheirWay.size;
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
      fate === null
        ? this.settled(mail, await this.postman.deliver(mail))
        : { ...fate, again: null, isShut: false };
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
    const isOurs = await this.writeDown(mail, settled, told);
    if (isOurs) this.log[settled.status === 'sent' ? 'info' : 'warn'](told, `mail ${settled.status}`);
    else this.log.warn(told, 'the claim on a mail was over before it was settled');
    this.onTheirWay.delete(mail);
    this.bell.ring();
  }

  /**
   * Tries until the database takes it, as the mail would be sent a second time otherwise; only when we are told to stop it
   * is left to that, with the same Message-ID.
   *
   * @returns false when another has the mail by now
   */
  private async writeDown(mail: ClaimedMail, settled: Settled, told: object): Promise<boolean> {
    for (;;) {
      try {
        return await this.queue.settle(mail, settled);
      } catch (error) {
        this.log.error({ err: error, ...told }, 'what became of a mail cannot be written down yet');
        if (this.isStopping) return false;
        await wait(afterFailure);
      }
    }
  }

  /** What an attempt means for the mail, and for all others while the server cannot be reached. */
  private settled(mail: ClaimedMail, outcome: Outcome): Settled {
    const { kind, answer } = outcome;
    if (kind !== 'unreachable') {
      this.failures = 0;
      const again = kind === 'deferred' ? waitAfter(mail.attempts, Math.random()) : null;
      return { status: kind, answer, again, isShut: kind === 'refused' && outcome.isShut };
    }
    // Mails that were on their way together fail together, which counts once.
    if (performance.now() >= this.pausedUntil) {
      this.failures += 1;
      this.pausedUntil =
        performance.now() + lookAgainAfter(this.failures, Math.random()).total('milliseconds');
    }
    const again = Math.max(0, Math.round(this.pausedUntil - performance.now()));
    return {
      status: 'deferred',
      answer,
      again: Temporal.Duration.from({ milliseconds: again }),
      isShut: false,
    };
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
