import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import type { Catalogue } from '../../catalogue/domain/catalogue.js';
import { questionsFor } from '../../questions/domain/asked.js';
import type { Answer } from '../../questions/domain/answer.js';
import type { Sensitivity } from '../../questions/domain/kinds.js';
import type { Question } from '../../questions/domain/question.js';
import { daysBetween } from '../../set-up/domain/conference-days.js';
import { countNeeds, type Needs } from './domain/needs.js';

/** Somebody who said what they need, with their name. */
export interface PersonWithNeeds {
  readonly delegateId: string;
  readonly name: string;
  readonly organisation: string;
  readonly reference: string;
  readonly tickets: readonly string[];
  readonly needs: readonly { readonly question: Question; readonly answer: Answer }[];
}

interface Delegate {
  readonly id: string;
  readonly name: string;
  readonly organisation: string;
  readonly reference: string;
  readonly ticketTypeIds: readonly string[];
}

interface Given {
  readonly delegateId: string;
  readonly questionId: string;
  readonly value: Answer;
}

/** What a caterer and a venue need to know. What is about health beyond that is for those who see the names. */
const forTheVenue: readonly Sensitivity[] = ['dietary', 'access'];
const everything: readonly Sensitivity[] = [...forTheVenue, 'health'];

/** Reads what those who come need: answers of the special categories. */
@Injectable()
export class ReadNeeds {
  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  /** Counted, without names. */
  async counted({ conference, ticketTypes }: Catalogue): Promise<Needs> {
    const { delegates, questions, answers } = await this.read(conference.id, forTheVenue);
    const attending = delegates.map(({ id, ticketTypeIds }) => ({
      ticketTypeIds,
      answers: new Map((answers.get(id) ?? []).map(({ questionId, value }) => [questionId, value])),
    }));
    return countNeeds(ticketTypes, daysBetween(conference), questions, attending);
  }

  /** With names, in their order; those who said nothing are left out. Whoever shows it records that it was looked at. */
  async people({ conference, ticketType }: Catalogue): Promise<readonly PersonWithNeeds[]> {
    const { delegates, questions, answers } = await this.read(conference.id, everything);
    return delegates.flatMap(({ id, ticketTypeIds, ...delegate }): PersonWithNeeds[] => {
      const given = new Map((answers.get(id) ?? []).map(({ questionId, value }) => [questionId, value]));
      const needs = questionsFor(questions, { of: 'delegate', ticketTypeIds }).flatMap((question) => {
        const answer = given.get(question.id);
        return answer === undefined ? [] : [{ question, answer }];
      });
      const tickets = ticketTypeIds.flatMap((ticket) => ticketType.get(ticket)?.name ?? []);
      return needs.length === 0 ? [] : [{ ...delegate, delegateId: id, tickets, needs }];
    });
  }

  /** Of those who are confirmed. Questions that are asked no more are in it, as what was answered still holds. */
  private async read(conferenceId: string, kinds: readonly Sensitivity[]) {
    const [delegates, questions, answers] = await Promise.all([
      this.dataSource.query<Delegate[]>(
        `SELECT d.id, d.name, coalesce(d.badge_organisation, b.organisation_name) AS organisation, b.reference,
           array(SELECT p.ticket_type_id FROM places p WHERE p.delegate_id = d.id AND p.status = 'confirmed')
             AS "ticketTypeIds"
         FROM delegates d JOIN bookings b ON b.id = d.booking_id
         WHERE d.conference_id = $1 AND d.status = 'confirmed' ORDER BY lower(d.name), d.id`,
        [conferenceId],
      ),
      this.dataSource.query<Question[]>(
        `SELECT q.id, q.asked_of AS "askedOf", q.kind, q.label, q.hint, q.choices, q.required, q.sensitive,
           q.only_if AS "onlyIf", q.ticket_type_ids AS "ticketTypeIds", q.asks_approval AS "asksApproval"
         FROM questions q
         WHERE q.conference_id = $1 AND q.asked_of = 'delegate' AND q.sensitive = ANY($2)
           AND (q.retired_at IS NULL OR EXISTS (SELECT FROM answers a WHERE a.question_id = q.id))
         ORDER BY q.position, q.id`,
        [conferenceId, kinds],
      ),
      this.dataSource.query<Given[]>(
        `SELECT a.delegate_id AS "delegateId", a.question_id AS "questionId", a.value
         FROM questions q JOIN answers a ON a.question_id = q.id
         WHERE q.conference_id = $1 AND q.sensitive = ANY($2) AND a.delegate_id IS NOT NULL`,
        [conferenceId, kinds],
      ),
    ]);
    return { delegates, questions, answers: Map.groupBy(answers, ({ delegateId }) => delegateId) };
  }
}
