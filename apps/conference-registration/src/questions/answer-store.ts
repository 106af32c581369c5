import { Inject, Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import type { EntityManager } from 'typeorm';
import type { AcceptedFile } from '#uploads';
import { dateOf, notFound } from '#platform';
import { isId } from '../domain/ids.js';
import { CLOCK, type Clock } from '../tokens.js';
import { AnswerFileRow } from './answer-file.entity.js';
import { AnswerRow } from './answer.entity.js';
import { noAnswers, type Answer, type Answers, type FileAnswer } from './domain/answer.js';
import type { Question } from './domain/question.js';

/** Whose answers: a delegate's, or those about a booking as a whole. */
export interface AnswerSubject {
  readonly bookingId: string;
  /** `null`: the booking's own. */
  readonly delegateId: string | null;
}

/** All answers within a booking. */
export interface BookingAnswers {
  readonly ofBooking: Answers;
  /** By the delegates' ids; those without answers are not in it. */
  readonly ofDelegates: ReadonlyMap<string, Answers>;
}

const subjectOf = ({ bookingId, delegateId }: AnswerSubject): string => delegateId ?? bookingId;

/** Answers by whose they are. @param rows all within the booking */
export function answersOf(rows: readonly AnswerRow[], bookingId: string): BookingAnswers {
  const bySubject = new Map<string, Map<string, Answer>>();
  for (const { subjectId, questionId, value } of rows) {
    const answers = bySubject.get(subjectId) ?? new Map<string, Answer>();
    bySubject.set(subjectId, answers.set(questionId, value));
  }
  const ofBooking = bySubject.get(bookingId) ?? noAnswers;
  bySubject.delete(bookingId);
  return { ofBooking, ofDelegates: bySubject };
}

/** Keeps what was answered. Whoever writes has locked the booking. */
@Injectable()
export class AnswerStore {
  constructor(@Inject(CLOCK) private readonly clock: Clock) {}

  /**
   * Puts these answers in the place of those that there were to these questions; answers to others, such as those that are
   * asked no more, stay. Files that nothing names any more are deleted.
   */
  async write(
    manager: EntityManager,
    subject: AnswerSubject,
    questions: readonly Question[],
    answers: Answers,
  ): Promise<void> {
    const subjectId = subjectOf(subject);
    await manager
      .createQueryBuilder()
      .delete()
      .from(AnswerRow)
      .where('subject_id = :subjectId AND question_id = ANY(:ids)', {
        subjectId,
        ids: questions.map(({ id }) => id),
      })
      .execute();
    const rows = questions.flatMap(({ id: questionId, sensitive }) => {
      const value = answers.get(questionId);
      return value === undefined ? [] : [{ ...subject, subjectId, questionId, sensitive, value }];
    });
    if (rows.length > 0) await manager.insert(AnswerRow, rows);
    await manager.query(
      `DELETE FROM answer_files f WHERE f.booking_id = $1 AND f.delegate_id IS NOT DISTINCT FROM $2
         AND NOT EXISTS (SELECT FROM answers a WHERE a.subject_id = $3 AND a.value ->> 'fileId' = f.id::text)`,
      [subject.bookingId, subject.delegateId, subjectId],
    );
  }

  /** Keeps a file; it stays if it is named by an answer that is written in the same transaction. */
  async addFile(
    manager: EntityManager,
    subject: AnswerSubject,
    questionId: string,
    { name, mediaType, bytes }: AcceptedFile,
  ): Promise<FileAnswer> {
    const id = uuidv7();
    await manager.insert(AnswerFileRow, {
      ...subject,
      id,
      questionId,
      name,
      mediaType,
      content: Buffer.from(bytes),
      uploadedAt: dateOf(this.clock()),
    });
    return { fileId: id, name };
  }

  /** @throws Problem 404 for a file that is not there, or another booking's */
  async readFile(manager: EntityManager, bookingId: string, fileId: string): Promise<AnswerFileRow> {
    const file = isId(fileId) ? await manager.findOneBy(AnswerFileRow, { id: fileId, bookingId }) : null;
    if (file === null) throw notFound('There is no such file any more.');
    return file;
  }
}
