import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import { answerInWords, type Answer } from '../../questions/domain/answer.js';
import type { QuestionKind } from '../../questions/domain/kinds.js';

/** What a booker said of all their delegates together, about meals, access or health. */
export interface Party {
  readonly reference: string;
  readonly booker: string;
  readonly organisation: string;
  readonly delegates: number;
  readonly needs: readonly { readonly question: string; readonly answer: string }[];
}

interface Row extends Omit<Party, 'needs'> {
  readonly needs: readonly { readonly label: string; readonly kind: QuestionKind; readonly value: Answer }[];
}

/** Reads private answers about whole bookings, which belong to no delegate and so to no count. */
@Injectable()
export class ReadParties {
  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  /** Of confirmed bookings, by their organisations. Whoever shows it records that it was looked at. */
  async of(conferenceId: string): Promise<readonly Party[]> {
    const rows = await this.dataSource.query<Row[]>(
      `SELECT b.reference, b.booker_name AS booker, b.organisation_name AS organisation,
         (SELECT count(*)::int FROM delegates d WHERE d.booking_id = b.id AND d.status = 'confirmed') AS delegates, a.needs
       FROM bookings b CROSS JOIN LATERAL (
         SELECT jsonb_agg(jsonb_build_object('label', q.label, 'kind', q.kind, 'value', a.value) ORDER BY q.position, q.id)
           AS needs
         FROM answers a JOIN questions q ON q.id = a.question_id
         WHERE a.booking_id = b.id AND a.delegate_id IS NULL AND (q.sensitive IS NOT NULL OR a.sensitive IS NOT NULL)) a
       WHERE b.conference_id = $1 AND b.status = 'confirmed' AND a.needs IS NOT NULL
       ORDER BY lower(b.organisation_name), b.reference`,
      [conferenceId],
    );
    return rows.map(({ needs, ...row }) => ({
      ...row,
      needs: needs.map(({ label, kind, value }) => ({
        question: label,
        answer: answerInWords({ kind }, value),
      })),
    }));
  }
}
