import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import type { MailStatus } from '../mails/domain/mail-status.js';

/** A mail that a request led to. */
export interface MailOfRequest {
  readonly id: string;
  readonly kind: string;
  /** `null` once its reader has been forgotten. */
  readonly toAddress: string | null;
  readonly status: MailStatus;
  readonly askedAt: Date;
  readonly sentAt: Date | null;
}

export interface MailsOfRequest {
  /** The first ones. */
  readonly mails: readonly MailOfRequest[];
  /** How many there are in each state, the most first. */
  readonly counts: readonly { readonly status: MailStatus; readonly count: number }[];
}

/** How many mails of one request are told one by one. */
const mostTold = 20;

/** Finds the mails that came of a request. */
@Injectable()
export class FindMailsOfRequest {
  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  async of(correlationId: string): Promise<MailsOfRequest> {
    const [mails, counts] = await Promise.all([
      this.dataSource.query<MailOfRequest[]>(
        `SELECT id, kind, to_address AS "toAddress", status, asked_at AS "askedAt", sent_at AS "sentAt"
         FROM mails WHERE correlation_id = $1 ORDER BY asked_at, id LIMIT ${mostTold}`,
        [correlationId],
      ),
      this.dataSource.query<MailsOfRequest['counts'][number][]>(
        `SELECT status, count(*)::int AS count FROM mails WHERE correlation_id = $1
         GROUP BY status ORDER BY count DESC, status`,
        [correlationId],
      ),
    ]);
    return { mails, counts };
  }
}
