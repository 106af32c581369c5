import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { CalendarMethod } from '#icalendar';
import { lockPeopleForReading } from '../people/people-lock.js';
import { isSwitchedOff } from '../preferences/is-switched-off.js';
import { isSuppressed } from '../suppression/is-suppressed.js';
import { Postman } from '../sending/postman.js';
import { fateOf } from './domain/fate.js';
import { staysSendable } from './domain/send-again.js';

/** Somebody whom a mail is for. */
export interface Recipient {
  readonly mailId: string;
  readonly personId: string | null;
  /** `null`: wherever the person's mail goes. */
  readonly to: { readonly name: string | null; readonly address: string } | null;
}

/** What a mail says. */
export interface Content {
  readonly html: string;
  readonly text: string;
  readonly calendar: { readonly method: CalendarMethod; readonly content: string } | null;
}

/** What is the same for all mails that are taken in together. */
export interface Taken {
  readonly kind: string;
  readonly subject: string;
  /** `null`: what their mailing says. */
  readonly content: Content | null;
  readonly mailingId: string | null;
  /** The mail that this one is sent again of; without it, it is sent for the first time. */
  readonly againOf?: string;
  /** When they ought to arrive, an instant. */
  readonly due: string | null;
  /** An instant after which they are of no use. */
  readonly neededBy: string;
  /** When they were asked for, an instant. */
  readonly askedAt: string;
  readonly correlationId: string;
}

interface Found {
  readonly mailId: string;
  readonly personId: string | null;
  readonly name: string | null;
  readonly address: string | null;
  readonly isKnown: boolean;
  readonly isErased: boolean;
  readonly isTooLate: boolean;
  readonly isSwitchedOff: boolean;
  readonly isSuppressed: boolean;
}

const oneLine = (text: string) => text.replaceAll(/[\p{Cc}\u2028\u2029]+/gu, ' ');

/**
 * Takes mails in: finds out who their readers are and whether each may be sent, and stores them. Those that may are sent
 * once the transaction has committed; those whose reader is not known yet go as soon as `members` has told.
 */
@Injectable()
export class TakeIn {
  constructor(private readonly postman: Postman) {}

  /** A mail that is there already stays as it is. Two statements, however many mails there are. */
  async run(manager: EntityManager, recipients: readonly Recipient[], taken: Taken): Promise<void> {
    await lockPeopleForReading(manager);
    const found = await this.find(manager, recipients, taken);
    await this.store(
      manager,
      found.map((each) => this.rowOf(each, taken)),
      taken,
    );
  }

  private async find(
    manager: EntityManager,
    recipients: readonly Recipient[],
    { kind, neededBy }: Taken,
  ): Promise<Found[]> {
    return manager.query<Found[]>(
      `SELECT r."mailId", coalesce(told.merged_into, r."personId") AS "personId",
         CASE WHEN r.address IS NULL THEN reader.name ELSE r.name END AS name,
         coalesce(r.address, reader.address) AS address,
         r.address IS NOT NULL OR reader.id IS NOT NULL AS "isKnown",
         EXISTS (SELECT FROM erased_people e WHERE e.id IN (r."personId", told.merged_into)) AS "isErased",
         $3::timestamptz <= now() AS "isTooLate",
         ${isSwitchedOff('coalesce(told.merged_into, r."personId")', '$2')} AS "isSwitchedOff",
         ${isSuppressed('coalesce(r.address, reader.address)')} AS "isSuppressed"
       FROM jsonb_to_recordset($1) AS r("mailId" uuid, "personId" uuid, name text, address text)
         LEFT JOIN people told ON told.id = r."personId"
         LEFT JOIN people reader ON reader.id = coalesce(told.merged_into, r."personId")`,
      [
        JSON.stringify(recipients.map(({ mailId, personId, to }) => ({ mailId, personId, ...to }))),
        kind,
        neededBy,
      ],
    );
  }

  private rowOf(found: Found, { kind, subject }: Taken) {
    const { name, address, isKnown, isErased } = found;
    const fate = fateOf({ ...found, kind, toName: name, toAddress: address, subject });
    return {
      id: found.mailId,
      person_id: isErased ? null : found.personId,
      to_name: isErased || name === null ? null : oneLine(name),
      to_address: isErased || address === null ? null : oneLine(address),
      subject: isErased ? null : oneLine(subject),
      message_id: this.postman.messageIdOf(found.mailId),
      status: fate?.status ?? 'asked',
      answer: fate?.answer ?? null,
      keeps_content: fate === null || staysSendable(kind, fate.status),
      waits_for_reader: !isKnown,
    };
  }

  private async store(manager: EntityManager, rows: readonly object[], taken: Taken): Promise<void> {
    const { content } = taken;
    await manager.query(
      `WITH taken AS (
         INSERT INTO mails (id, kind, person_id, to_name, to_address, subject, html, text, calendar_method,
           calendar_content, mailing_id, again_of, message_id, status, due_at, needed_by, asked_at, attempts, last_answer,
           next_attempt_at, correlation_id)
         SELECT r.id, $2::text, r.person_id, r.to_name, r.to_address, r.subject,
           CASE WHEN r.keeps_content THEN $3::text END, CASE WHEN r.keeps_content THEN $4::text END,
           CASE WHEN r.keeps_content THEN $5::text END, CASE WHEN r.keeps_content THEN $6::text END,
           $7::uuid, $12::uuid, r.message_id, r.status, $8::timestamptz, $9::timestamptz, $10::timestamptz,
           CASE WHEN r.status = 'asked' THEN 0 ELSE 1 END, r.answer,
           CASE WHEN r.status = 'asked' THEN CASE WHEN r.waits_for_reader THEN $9::timestamptz ELSE now() END END,
           $11::text
         FROM jsonb_to_recordset($1) AS r(id uuid, person_id uuid, to_name text, to_address text, subject text,
           message_id text, status text, answer text, keeps_content boolean, waits_for_reader boolean)
         ON CONFLICT (id) DO NOTHING
         RETURNING id, status, last_answer
       )
       INSERT INTO mail_attempts (mail_id, number, at, status, answer)
       SELECT id, 1, now(), status, last_answer FROM taken WHERE status <> 'asked'`,
      [
        JSON.stringify(rows),
        taken.kind,
        content?.html ?? null,
        content?.text ?? null,
        content?.calendar?.method ?? null,
        content?.calendar?.content ?? null,
        taken.mailingId,
        taken.due,
        taken.neededBy,
        taken.askedAt,
        taken.correlationId,
        taken.againOf ?? null,
      ],
    );
  }
}
