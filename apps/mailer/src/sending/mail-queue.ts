import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { Temporal } from 'temporal-polyfill';
import type { DataSource } from 'typeorm';
import type { CalendarMethod } from '#icalendar';
import type { MailStatus } from '../mails/domain/mail-status.js';
import { staysSendable } from '../mails/domain/send-again.js';
import { isSwitchedOff } from '../preferences/is-switched-off.js';
import { isSuppressed } from '../suppression/is-suppressed.js';

/** How long a claim lasts unless it is renewed, in seconds; when a sender is killed, its mails wait so long. */
export const claimSeconds = 30;

/** A mail that this process alone may send at the moment. */
export interface ClaimedMail {
  readonly id: string;
  readonly kind: string;
  readonly personId: string | null;
  readonly toName: string | null;
  /** Empty: its reader has none, or is not known. */
  readonly toAddress: string;
  /** Whether we know who the reader is. */
  readonly isKnown: boolean;
  readonly subject: string;
  readonly html: string;
  readonly text: string;
  /** An iCalendar object without ORGANIZER and ATTENDEE; `null`: the mail has none. */
  readonly calendarMethod: CalendarMethod | null;
  readonly calendarContent: string | null;
  /** When it ought to arrive; `null`: there is no such time. */
  readonly dueAt: Date | null;
  readonly messageId: string;
  readonly askedAt: Date;
  readonly status: MailStatus;
  /** Which attempt this is, from 1. */
  readonly attempts: number;
  readonly lastAnswer: string | null;
  /** Whether it is of no use any more. */
  readonly isTooLate: boolean;
  /** Whether its reader has switched off mails of its kind since it was taken in. */
  readonly isSwitchedOff: boolean;
  /** Whether a mail server has refused its address for good. */
  readonly isSuppressed: boolean;
  readonly claim: string;
  readonly correlationId: string;
}

/** How a mail stands after an attempt. */
export interface Settled {
  readonly status: MailStatus;
  readonly answer: string;
  /** How long to wait before the next attempt; `null`: there is none. */
  readonly again: Temporal.Duration | null;
  /** The server has said that nothing will ever arrive at the address. */
  readonly isShut: boolean;
}

/** The mails that are still to be sent. All time is the database's own, as several senders must agree on it. */
@Injectable()
export class MailQueue {
  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  /**
   * Claims mails that are due, those that have waited longest first, but none of a mailing while there are others: a link to
   * sign in does not wait for 10,000 reminders. Nobody else gets them until the claim is over.
   */
  async claim(most: number): Promise<ClaimedMail[]> {
    // TypeORM gives an UPDATE's rows and their number.
    const [rows] = await this.dataSource.query<[ClaimedMail[], number]>(
      `WITH single AS (
         SELECT id, mailing_id FROM mails
         WHERE mailing_id IS NULL AND next_attempt_at <= now() AND (claimed_until IS NULL OR claimed_until <= now())
         ORDER BY next_attempt_at LIMIT $3 FOR UPDATE SKIP LOCKED
       ), of_mailings AS (
         SELECT id, mailing_id FROM mails
         WHERE mailing_id IS NOT NULL AND next_attempt_at <= now() AND (claimed_until IS NULL OR claimed_until <= now())
         ORDER BY next_attempt_at LIMIT $3 - (SELECT count(*) FROM single) FOR UPDATE SKIP LOCKED
       )
       UPDATE mails SET claim = $1, claimed_until = now() + make_interval(secs => $2), attempts = attempts + 1
       FROM (SELECT * FROM single UNION ALL SELECT * FROM of_mailings) AS due LEFT JOIN mailings ON mailings.id = due.mailing_id
       WHERE mails.id = due.id
       RETURNING mails.id, mails.kind, mails.person_id AS "personId", mails.to_name AS "toName",
         coalesce(mails.to_address, '') AS "toAddress",
         mails.to_address IS NOT NULL OR EXISTS (SELECT FROM people WHERE people.id = mails.person_id) AS "isKnown",
         mails.subject,
         coalesce(mails.html, mailings.html) AS html, coalesce(mails.text, mailings.text) AS text,
         coalesce(mails.calendar_method, mailings.calendar_method) AS "calendarMethod",
         coalesce(mails.calendar_content, mailings.calendar_content) AS "calendarContent", mails.due_at AS "dueAt",
         mails.message_id AS "messageId", mails.asked_at AS "askedAt", mails.status, mails.attempts,
         mails.last_answer AS "lastAnswer", mails.needed_by <= now() AS "isTooLate",
         ${isSwitchedOff('mails.person_id', 'mails.kind')} AS "isSwitchedOff",
         ${isSuppressed('mails.to_address')} AS "isSuppressed",
         mails.claim, mails.correlation_id AS "correlationId"`,
      [randomUUID(), claimSeconds, most],
    );
    return rows;
  }

  /** Keeps mails that are still being sent from being claimed by others. */
  async renew(mails: readonly ClaimedMail[]): Promise<void> {
    await this.dataSource.query(
      `UPDATE mails SET claimed_until = now() + make_interval(secs => $1)
       FROM unnest($2::uuid[], $3::uuid[]) AS held (id, claim)
       WHERE mails.id = held.id AND mails.claim = held.claim`,
      [claimSeconds, mails.map(({ id }) => id), mails.map(({ claim }) => claim)],
    );
  }

  /**
   * Writes down how an attempt went, and forgets the mail's content when it was the last, unless it may be sent again later.
   * An attempt that ended as the one before is not noted again, as a server may be gone for days. An address that is shut is
   * sent nothing more.
   *
   * @returns false when the claim was no longer ours, and nothing was written
   */
  async settle(mail: ClaimedMail, { status, answer, again, isShut }: Settled): Promise<boolean> {
    const [row] = await this.dataSource.query<{ written: boolean }[]>(
      `WITH settled AS (
         UPDATE mails SET status = $3, last_answer = $4, claim = NULL, claimed_until = NULL,
           sent_at = CASE WHEN $3 = 'sent' THEN now() END,
           next_attempt_at = least(now() + make_interval(secs => $5), CASE WHEN $5 IS NOT NULL THEN needed_by END),
           html = CASE WHEN $5 IS NOT NULL OR $7 THEN html END,
           text = CASE WHEN $5 IS NOT NULL OR $7 THEN text END,
           calendar_method = CASE WHEN $5 IS NOT NULL OR $7 THEN calendar_method END,
           calendar_content = CASE WHEN $5 IS NOT NULL OR $7 THEN calendar_content END
         WHERE id = $1 AND claim = $2
         RETURNING id, attempts, to_address, person_id
       ), noted AS (
         INSERT INTO mail_attempts (mail_id, number, at, status, answer)
         SELECT id, attempts, now(), $3, $4 FROM settled WHERE $6
       ), shut AS (
         INSERT INTO suppressed_addresses (id, address, person_id, answer, mail_id)
         SELECT gen_random_uuid(), lower(to_address), person_id, $4, id FROM settled WHERE $8
         ON CONFLICT (address) DO NOTHING
       )
       SELECT EXISTS (SELECT FROM settled) AS written`,
      [
        mail.id,
        mail.claim,
        status,
        answer,
        again === null ? null : again.total('seconds'),
        status !== mail.status || answer !== mail.lastAnswer,
        staysSendable(mail.kind, status),
        isShut,
      ],
    );
    return row?.written ?? false;
  }

  /** @returns how long until something is due, in milliseconds; `null` when nothing waits */
  async untilNextDue(): Promise<number | null> {
    const [row] = await this.dataSource.query<{ wait: number | null }[]>(
      `SELECT (extract(epoch FROM min(greatest(next_attempt_at, claimed_until)) - now()) * 1000)::float AS wait
       FROM mails WHERE next_attempt_at IS NOT NULL`,
    );
    return row?.wait ?? null;
  }
}
