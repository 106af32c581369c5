import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource, EntityManager } from 'typeorm';
import { dateOf } from '#platform';
import type { Temporal } from 'temporal-polyfill';
import { isId } from '../../domain/ids.js';
import { noSuchThing } from '../../set-up/problems.js';
import { QuestionRow } from '../question.entity.js';
import type { Answered, QuestionDetails, SetUpQuestion } from './domain/question-details.js';

function questionFrom({ retiredAt, ...row }: QuestionRow): SetUpQuestion {
  return { ...row, isRetired: retiredAt !== null };
}

function valuesOf({ choices, ticketTypeIds, ...details }: QuestionDetails) {
  const { askedOf, kind, label, hint, required, sensitive, onlyIf, asksApproval } = details;
  return {
    askedOf,
    kind,
    label,
    hint,
    required,
    sensitive,
    onlyIf,
    asksApproval,
    choices: [...choices],
    ticketTypeIds: [...ticketTypeIds],
  };
}

/** Where questions are kept. */
@Injectable()
export class QuestionsRepository {
  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  /** All of a conference's in their order, those that are retired too. */
  async list(conferenceId: string, manager = this.dataSource.manager): Promise<SetUpQuestion[]> {
    const rows = await manager.find(QuestionRow, {
      where: { conferenceId },
      order: { position: 'ASC', id: 'ASC' },
    });
    return rows.map(questionFrom);
  }

  /** @throws Problem 404, also for one of another conference's */
  async read(conferenceId: string, id: string, manager = this.dataSource.manager): Promise<SetUpQuestion> {
    const row = isId(id) ? await manager.findOneBy(QuestionRow, { id, conferenceId }) : null;
    if (row === null) throw noSuchThing('question');
    return questionFrom(row);
  }

  async add(manager: EntityManager, conferenceId: string, question: SetUpQuestion): Promise<void> {
    const { id, position, version } = question;
    await manager.insert(QuestionRow, {
      ...valuesOf(question),
      id,
      conferenceId,
      position,
      version,
      retiredAt: null,
    });
  }

  /** Answers that were given before are as special as the question is now. */
  async update(manager: EntityManager, question: SetUpQuestion): Promise<void> {
    const { id, version, sensitive } = question;
    await manager.update(QuestionRow, { id }, { ...valuesOf(question), version });
    await manager.query(
      'UPDATE answers SET sensitive = $2 WHERE question_id = $1 AND sensitive IS DISTINCT FROM $2',
      [id, sensitive],
    );
  }

  /** @param at `null`: it is asked again */
  async retire(
    manager: EntityManager,
    { id, version }: Pick<SetUpQuestion, 'id' | 'version'>,
    at: Temporal.Instant | null,
  ): Promise<void> {
    await manager.update(QuestionRow, { id }, { retiredAt: at && dateOf(at), version });
  }

  async place(manager: EntityManager, id: string, position: number): Promise<void> {
    await manager.update(QuestionRow, { id }, { position });
  }

  async delete(manager: EntityManager, id: string): Promise<void> {
    await manager.delete(QuestionRow, { id });
  }

  /** What of a question was answered. */
  async answered(id: string, manager = this.dataSource.manager): Promise<Answered> {
    const [found] = await manager.query<Answered[]>(
      `SELECT EXISTS (SELECT FROM answers WHERE question_id = $1)
           OR EXISTS (SELECT FROM answer_files WHERE question_id = $1) AS "isAnswered",
         ARRAY(SELECT DISTINCT choice FROM answers,
           jsonb_array_elements_text(CASE jsonb_typeof(value) WHEN 'array' THEN value WHEN 'string' THEN jsonb_build_array(value) ELSE '[]' END) AS choice
           WHERE question_id = $1) AS chosen`,
      [id],
    );
    return found ?? { isAnswered: false, chosen: [] };
  }

  /** How many answers each question of a conference has, by its id. */
  async answers(conferenceId: string): Promise<ReadonlyMap<string, number>> {
    const rows = await this.dataSource.query<{ id: string; answers: number }[]>(
      `SELECT q.id, count(a.question_id)::int AS answers FROM questions q
       JOIN answers a ON a.question_id = q.id WHERE q.conference_id = $1 GROUP BY q.id`,
      [conferenceId],
    );
    return new Map(rows.map(({ id, answers }) => [id, answers]));
  }
}
