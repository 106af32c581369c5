import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import { answerInWords, type Answer } from '../../questions/domain/answer.js';
import type { QuestionKind } from '../../questions/domain/kinds.js';

/** An application that is to be decided, or waits on the reserve. */
export interface Application {
  readonly delegateId: string;
  readonly number: number;
  readonly reference: string;
  readonly name: string;
  readonly organisation: string;
  readonly bookerName: string;
  readonly status: 'applied' | 'reserve';
  readonly statusReason: string | null;
  readonly tickets: readonly string[];
  /** They were accepted before, and have their place; then an answer changed. */
  readonly hasPlace: boolean;
  readonly appliedAt: Date;
  /** Those on which it hangs, in words; nothing private. */
  readonly answers: readonly { readonly question: string; readonly answer: string }[];
}

interface Row extends Omit<Application, 'answers'> {
  readonly answers: readonly {
    readonly label: string;
    readonly kind: QuestionKind;
    readonly value: Answer;
  }[];
}

/** Reads the applications of a conference, the oldest first. */
@Injectable()
export class ReadApplications {
  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  /**
   * @param lastId the delegate after whom to begin; `null`: at the beginning
   * @param limit how many; `null`: all
   */
  async of(
    conferenceId: string,
    lastId: string | null = null,
    limit: number | null = null,
  ): Promise<readonly Application[]> {
    const rows = await this.dataSource.query<Row[]>(
      `SELECT d.id AS "delegateId", d.number, b.reference, d.name, d.status, d.status_reason AS "statusReason",
         coalesce(d.badge_organisation, b.organisation_name) AS organisation, b.booker_name AS "bookerName",
         coalesce(b.confirmed_at, b.created_at) AS "appliedAt", p.tickets, p."hasPlace", a.answers
       FROM delegates d JOIN bookings b ON b.id = d.booking_id
         CROSS JOIN LATERAL (
           SELECT coalesce(array_agg(t.name ORDER BY (t.kind = 'add-on'), t.position), '{}') AS tickets,
             coalesce(bool_or(p.status = 'confirmed'), false) AS "hasPlace"
           FROM places p JOIN ticket_types t ON t.id = p.ticket_type_id
           WHERE p.delegate_id = d.id AND p.status <> 'released') p
         CROSS JOIN LATERAL (
           SELECT coalesce(jsonb_agg(jsonb_build_object('label', q.label, 'kind', q.kind, 'value', a.value)
             ORDER BY q.position, q.id), '[]') AS answers
           FROM answers a JOIN questions q ON q.id = a.question_id
           WHERE a.delegate_id = d.id AND q.asks_approval AND q.sensitive IS NULL AND a.sensitive IS NULL) a
       WHERE d.conference_id = $1 AND d.status IN ('applied', 'reserve') AND ($2::uuid IS NULL OR d.id > $2)
       ORDER BY d.id LIMIT $3`,
      [conferenceId, lastId, limit],
    );
    return rows.map(({ answers, ...row }) => ({
      ...row,
      answers: answers.map(({ label, kind, value }) => ({
        question: label,
        answer: answerInWords({ kind }, value),
      })),
    }));
  }
}
