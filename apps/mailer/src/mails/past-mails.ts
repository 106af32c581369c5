import { Injectable } from '@nestjs/common';
import { Temporal } from 'temporal-polyfill';
import { validate as isUuid } from 'uuid';
import type { EntityManager } from 'typeorm';
import type { CalendarMethod } from '#icalendar';
import { notFound } from '#platform';
import { isSwitchedOff } from '../preferences/is-switched-off.js';
import { isSuppressed } from '../suppression/is-suppressed.js';
import type { PastMail } from './domain/send-again.js';
import type { Content } from './take-in.js';

/** A mail that may be sent again, with all that it takes. */
export interface FoundPastMail {
  readonly id: string;
  readonly past: PastMail;
  readonly personId: string | null;
  /** Where it would go now: the person's address today, or the one that was asked for. */
  readonly toName: string | null;
  readonly toAddress: string | null;
  readonly subject: string;
  readonly dueAt: Date | null;
  /** `null` when it is not kept. */
  readonly content: Content | null;
}

interface Row {
  readonly id: string;
  readonly kind: string;
  readonly status: PastMail['status'];
  readonly personId: string | null;
  readonly toName: string | null;
  readonly toAddress: string | null;
  readonly subject: string | null;
  readonly askedAt: Date;
  readonly neededBy: Date;
  readonly dueAt: Date | null;
  readonly html: string | null;
  readonly text: string | null;
  readonly calendarMethod: CalendarMethod | null;
  readonly calendarContent: string | null;
  readonly isSwitchedOff: boolean;
  readonly isSuppressed: boolean;
}

/** Reads what a mail said, for sending it again. */
@Injectable()
export class PastMails {
  /** @throws Problem 404 when there is no such mail */
  async read(manager: EntityManager, id: string): Promise<FoundPastMail> {
    const [row] = isUuid(id)
      ? await manager.query<Row[]>(
          `SELECT m.id, m.kind, m.status, m.person_id AS "personId",
             CASE WHEN p.id IS NULL THEN m.to_name ELSE p.name END AS "toName",
             CASE WHEN p.id IS NULL THEN m.to_address ELSE p.address END AS "toAddress",
             m.subject, m.asked_at AS "askedAt", m.needed_by AS "neededBy", m.due_at AS "dueAt",
             coalesce(m.html, g.html) AS html, coalesce(m.text, g.text) AS text,
             coalesce(m.calendar_method, g.calendar_method) AS "calendarMethod",
             coalesce(m.calendar_content, g.calendar_content) AS "calendarContent",
             ${isSwitchedOff('m.person_id', 'm.kind')} AS "isSwitchedOff",
             ${isSuppressed('CASE WHEN p.id IS NULL THEN m.to_address ELSE p.address END')} AS "isSuppressed"
           FROM mails m LEFT JOIN mailings g ON g.id = m.mailing_id LEFT JOIN people p ON p.id = m.person_id
           WHERE m.id = $1`,
          [id],
        )
      : [];
    if (!row) throw notFound('There is no such mail. The log is kept for 90 days.');
    return found(row);
  }
}

function found(row: Row): FoundPastMail {
  const { html, text, calendarMethod: method, calendarContent } = row;
  const calendar = method === null || calendarContent === null ? null : { method, content: calendarContent };
  const content = html === null || text === null ? null : { html, text, calendar };
  return {
    id: row.id,
    personId: row.personId,
    toName: row.toName,
    toAddress: row.toAddress,
    subject: row.subject ?? '',
    dueAt: row.dueAt,
    content,
    past: {
      kind: row.kind,
      status: row.status,
      hasContent: content !== null,
      hasAddress: row.toAddress !== null,
      isSwitchedOff: row.isSwitchedOff,
      isSuppressed: row.isSuppressed,
      askedAt: Temporal.Instant.fromEpochMilliseconds(row.askedAt.getTime()),
      neededBy: Temporal.Instant.fromEpochMilliseconds(row.neededBy.getTime()),
    },
  };
}
