import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { validate as isUuid } from 'uuid';
import type { DataSource } from 'typeorm';
import { Conditions, containing, notFound } from '#platform';
import type { MailList } from './domain/mail-list.js';
import type { MailStatus } from './domain/mail-status.js';
import { MailAttemptRow } from './mail-attempt.entity.js';
import { MailRow } from './mail.entity.js';

/** A mail in a list. */
export interface ListedMail {
  readonly id: string;
  readonly kind: string;
  readonly personId: string | null;
  /** `null` while it is not known, and once its reader has been forgotten. */
  readonly toAddress: string | null;
  readonly subject: string | null;
  readonly status: MailStatus;
  readonly askedAt: Date;
  readonly lastAnswer: string | null;
}

export interface ListedMails {
  readonly items: readonly ListedMail[];
  readonly total: number;
  /** How many there are in each state, whichever state is asked for. */
  readonly counts: Counts;
  /** What the list is narrowed to, as staff know it. */
  readonly about: About;
}

export type Counts = Readonly<Partial<Record<MailStatus, number>>>;

export interface About {
  /** The person's name; `null` when the list is of nobody in particular, or of somebody we do not know. */
  readonly person: string | null;
  /** The mailing's title. */
  readonly mailing: string | null;
}

/** A mail, and what it has to do with others. */
export interface FoundMail {
  readonly mail: MailRow;
  /** The newest first. */
  readonly attempts: readonly MailAttemptRow[];
  /** The mails that it was sent again as. */
  readonly again: readonly Pick<MailRow, 'id' | 'askedAt'>[];
  /** The title of the mailing that it is one of. */
  readonly mailing: string | null;
}

/** What needs somebody's attention. */
export interface Troubles {
  readonly deferred: number;
  /** In the last seven days. */
  readonly refused: number;
  /** Addresses that nothing is sent to. */
  readonly shut: number;
}

/** What staff see of mails: everything but what they said. */
@Injectable()
export class FindMails {
  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  /**
   * The latest first.
   *
   * @param size how many a page holds
   */
  async list(list: MailList, size: number): Promise<ListedMails> {
    const { status, page } = list;
    const where = narrowed(list);
    if (status !== null) where.add('status = ?', status);
    const [items, counts, about] = await Promise.all([
      this.dataSource.query<ListedMail[]>(
        `SELECT id, kind, person_id AS "personId", to_address AS "toAddress", subject, status, asked_at AS "askedAt",
           last_answer AS "lastAnswer"
         FROM mails WHERE ${where.sql}
         ORDER BY asked_at DESC, id
         LIMIT ${where.parameter(size)} OFFSET ${where.parameter((page - 1) * size)}`,
        where.parameters,
      ),
      this.counts(list),
      this.about(list),
    ]);
    const all = Object.values(counts).reduce((sum, each) => sum + each, 0);
    return { items, total: status === null ? all : (counts[status] ?? 0), counts, about };
  }

  private async counts(list: MailList): Promise<Counts> {
    const where = narrowed(list);
    const rows = await this.dataSource.query<{ status: MailStatus; number: number }[]>(
      `SELECT status, count(*)::int AS number FROM mails WHERE ${where.sql} GROUP BY status`,
      where.parameters,
    );
    return Object.fromEntries(rows.map(({ status, number }) => [status, number]));
  }

  private async about({ person, mailing }: Pick<MailList, 'person' | 'mailing'>): Promise<About> {
    const [about] = await this.dataSource.query<About[]>(
      `SELECT (SELECT name FROM people WHERE id = $1::uuid) AS person,
         (SELECT title FROM mailings WHERE id = $2::uuid) AS mailing`,
      [person, mailing],
    );
    return about ?? { person: null, mailing: null };
  }

  async troubles(): Promise<Troubles> {
    const [counts] = await this.dataSource.query<Troubles[]>(
      `SELECT count(*) FILTER (WHERE status = 'deferred')::int AS deferred,
         count(*) FILTER (WHERE status = 'refused' AND asked_at > now() - interval '7 days')::int AS refused,
         (SELECT count(*)::int FROM suppressed_addresses) AS shut
       FROM mails WHERE status IN ('deferred', 'refused')`,
    );
    return counts ?? { deferred: 0, refused: 0, shut: 0 };
  }

  /**
   * A mail with its history, the newest first.
   *
   * @throws Problem 404 when there is none
   */
  async read(id: string): Promise<FoundMail> {
    const mail = isUuid(id) ? await this.dataSource.manager.findOneBy(MailRow, { id }) : null;
    if (mail === null) throw notFound('There is no such mail. The log is kept for 90 days.');
    const attempts = await this.dataSource.manager.find(MailAttemptRow, {
      where: { mailId: id },
      order: { number: 'DESC' },
    });
    const again = await this.dataSource.manager.find(MailRow, {
      where: { againOf: id },
      select: { id: true, askedAt: true },
      order: { askedAt: 'ASC' },
    });
    const { mailing } = await this.about({ person: null, mailing: mail.mailingId });
    return { mail, attempts, again, mailing };
  }
}

/** The conditions of a list, but for the state. */
function narrowed({ address, person, mailing }: MailList): Conditions {
  const where = new Conditions();
  if (address !== '') where.add('to_address ILIKE ?', containing(address));
  if (person !== null) where.add('person_id = ?', person);
  if (mailing !== null) where.add('mailing_id = ?', mailing);
  return where;
}
