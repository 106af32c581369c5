import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import type { Answer, Answers } from '../../questions/domain/answer.js';

/** Reads what the delegates of a conference answered, but for what is private. */
@Injectable()
export class ReadOpenAnswers {
  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  /** By the delegates' ids. Whatever is private now, or was when it was answered, is not in it. */
  async of(conferenceId: string): Promise<ReadonlyMap<string, Answers>> {
    const rows: { delegateId: string; questionId: string; value: Answer }[] = await this.dataSource.query(
      `SELECT a.delegate_id AS "delegateId", a.question_id AS "questionId", a.value
       FROM questions q JOIN answers a ON a.question_id = q.id
       WHERE q.conference_id = $1 AND q.sensitive IS NULL AND a.sensitive IS NULL AND a.delegate_id IS NOT NULL`,
      [conferenceId],
    );
    const found = new Map<string, Map<string, Answer>>();
    for (const { delegateId, questionId, value } of rows) {
      const own = found.get(delegateId) ?? new Map<string, Answer>();
      found.set(delegateId, own.set(questionId, value));
    }
    return found;
  }
}
