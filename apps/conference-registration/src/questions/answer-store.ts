import { Inject, Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import type { EntityManager } from 'typeorm';
import type { AcceptedFile } from '#uploads';
import { dateOf, notFound, type Problem } from '#platform';
import { isId } from '../domain/ids.js';
import { CLOCK, type Clock } from '../tokens.js';
import { AnswerFileRow } from './answer-file.entity.js';
import { AnswerRow } from './answer.entity.js';
import { isFileAnswer, noAnswers, type Answer, type Answers, type FileAnswer } from './domain/answer.js';
import type { Confidences } from './domain/confidences.js';
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
  /** Those of the special categories, by the delegates' ids; left out where there are none. */
  readonly inConfidence?: ReadonlyMap<string, Confidences>;
}

const subjectOf = ({ bookingId, delegateId }: AnswerSubject): string => delegateId ?? bookingId;

/** Answers by whose they are. @param rows all within the booking */
export function answersOf(rows: readonly AnswerRow[], bookingId: string): BookingAnswers {
  const bySubject = new Map<string, Map<string, Answer>>();
  const inConfidence = new Map<string, Map<string, 'themselves' | 'for-them'>>();
  for (const { subjectId, questionId, sensitive, byDelegate, value } of rows) {
    const answers = bySubject.get(subjectId) ?? new Map<string, Answer>();
    bySubject.set(subjectId, answers.set(questionId, value));
    if (sensitive === null) continue;
    const said = inConfidence.get(subjectId) ?? new Map<string, 'themselves' | 'for-them'>();
    inConfidence.set(subjectId, said.set(questionId, byDelegate ? 'themselves' : 'for-them'));
  }
  const ofBooking = bySubject.get(bookingId) ?? noAnswers;
  bySubject.delete(bookingId);
  return { ofBooking, ofDelegates: bySubject, inConfidence };
}

export const noSuchFile = (): Problem => notFound('There is no such file any more.');

/** Keeps what was answered. Whoever writes has locked the booking. */
@Injectable()
export class AnswerStore {
  constructor(@Inject(CLOCK) private readonly clock: Clock) {}

  /**
   * Puts these answers in the place of those that there were to these questions; answers to others, such as those that are
   * asked no more, stay. Files that nothing names any more are deleted.
   *
   * @param byDelegate the questions that the delegate answered by their own link
   */
  async write(
    manager: EntityManager,
    subject: AnswerSubject,
    questions: readonly Question[],
    answers: Answers,
    byDelegate: ReadonlySet<string> = new Set(),
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
      const row = { ...subject, subjectId, questionId, sensitive, byDelegate: byDelegate.has(questionId) };
      return value === undefined ? [] : [{ ...row, value }];
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
    if (file === null) throw noSuchFile();
    return file;
  }

  /** Whether a delegate handed it in by their own link, in answer to a question of the special categories. */
  async isInConfidence(
    manager: EntityManager,
    { id, questionId, delegateId }: AnswerFileRow,
  ): Promise<boolean> {
    if (delegateId === null) return false;
    const answer = await manager.findOneBy(AnswerRow, { subjectId: delegateId, questionId });
    const isThis = answer !== null && isFileAnswer(answer.value) && answer.value.fileId === id;
    return isThis && answer.sensitive !== null && answer.byDelegate;
  }
}
