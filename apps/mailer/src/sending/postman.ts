import { Inject, Injectable } from '@nestjs/common';
import { createTransport, type SendMailOptions, type Transporter } from 'nodemailer';
import { UnsubscribeLinks } from '../preferences/unsubscribe-links.js';
import type { MailerSettings } from '../settings.js';
import { SETTINGS } from '../tokens.js';
import { composeMail } from './compose-mail.js';
import type { ClaimedMail } from './mail-queue.js';
import { usualSender, type MailboxName } from './domain/mailbox-name.js';
import { outcomeOf, type Outcome } from './domain/outcome.js';
import type { SmtpFailure } from './domain/smtp-failure.js';

/** How long handing over one mail may take in all, however often the server speaks meanwhile, in milliseconds. */
const longestDelivery = 60_000;

/** Mails that one connection carries before a new one takes its place. */
const mailsPerConnection = 100;

const messageOf = (error: unknown) => (error instanceof Error ? error.message : String(error));

/** Hands mails over to the mail server. */
@Injectable()
export class Postman {
  private readonly transport: Transporter;
  private readonly from: MailboxName;

  constructor(
    @Inject(SETTINGS) settings: MailerSettings,
    private readonly links: UnsubscribeLinks,
  ) {
    const { auth, ...server } = settings.SMTP_URL;
    const patience = settings.SMTP_TIMEOUT * 1000;
    this.from = settings.MAIL_FROM ?? usualSender(settings.PUBLIC_URL);
    this.transport = createTransport({
      pool: true,
      ...server,
      ...(auth ? { auth } : {}),
      maxConnections: settings.SMTP_CONNECTIONS,
      maxMessages: mailsPerConnection,
      // Whether to try again is for the queue to say, which writes it down.
      maxRequeues: 0,
      rateLimit: settings.SMTP_RATE,
      rateDelta: 1000,
      connectionTimeout: Math.min(patience, 10_000),
      greetingTimeout: Math.min(patience, 10_000),
      socketTimeout: patience,
      // What stands in a mail is only ever text: never the name of a file or an address to fetch.
      disableFileAccess: true,
      disableUrlAccess: true,
    });
    // A connection that breaks while it carries no mail is of no interest.
    this.transport.on('error', () => {});
  }

  /** The same for a mail at every attempt (RFC 5322, section 3.6.4). */
  messageIdOf(mailId: string): string {
    return `<${mailId}@${this.from.address.slice(this.from.address.lastIndexOf('@') + 1)}>`;
  }

  /** Tries once. Never throws. */
  async deliver(mail: ClaimedMail): Promise<Outcome> {
    let composed: SendMailOptions;
    try {
      const stopUrl = this.links.of(mail.personId, mail.kind);
      composed = composeMail(mail, { from: this.from, now: new Date(), stopUrl });
    } catch (error) {
      return { kind: 'refused', answer: `Not sent: ${messageOf(error)}.`, isShut: false };
    }
    try {
      const { response } = await this.transport.sendMail({
        ...composed,
        signal: AbortSignal.timeout(longestDelivery),
      });
      return { kind: 'sent', answer: String(response) };
    } catch (error) {
      const failure = error instanceof Error ? (error as SmtpFailure) : { message: messageOf(error) };
      return outcomeOf(failure);
    }
  }

  /** Lets all connections go; what is being handed over fails. */
  close(): void {
    this.transport.close({ force: true });
  }
}
