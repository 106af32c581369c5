import type { TicketType } from '../../../catalogue/domain/catalogue.js';
import { answerInWords, isFileAnswer, yesNo, type Answer } from '../../../questions/domain/answer.js';
import type { Question } from '../../../questions/domain/question.js';

/** A question whose answers are counted; it may be asked no more. */
export type CountedQuestion = Pick<Question, 'id' | 'label' | 'kind' | 'choices' | 'ticketTypeIds'>;

/** Somebody who comes. */
export interface Attending {
  /** Ticket and add-ons. */
  readonly ticketTypeIds: readonly string[];
  /** By the questions' ids. */
  readonly answers: ReadonlyMap<string, Answer>;
}

/** How many gave an answer. */
export interface NeedCount {
  /** The answer, in words. */
  readonly words: string;
  readonly all: number;
  /** In the order of {@link Needs.days}. */
  readonly byDay: readonly number[];
  /** In the order of {@link Needs.tickets}. */
  readonly byTicket: readonly number[];
}

/** How often each answer to a question was given. */
export interface CountedNeeds {
  readonly question: CountedQuestion;
  readonly counts: readonly NeedCount[];
  /** How many were asked. */
  readonly asked: NeedCount;
}

/** What those who come need, without names. */
export interface Needs {
  /** ISO dates. */
  readonly days: readonly string[];
  /** The tickets and add-ons that anybody has. */
  readonly tickets: readonly Pick<TicketType, 'id' | 'name'>[];
  readonly questions: readonly CountedNeeds[];
}

/** What stands for those who were asked and said nothing. */
const nothingSaid = 'Nothing said';

/**
 * Counts answers by day and by ticket. Somebody is there on the days of their ticket; what an add-on is for shows in its own
 * column.
 *
 * @param days the conference's, as ISO dates
 */
export function countNeeds(
  ticketTypes: readonly TicketType[],
  days: readonly string[],
  questions: readonly CountedQuestion[],
  attending: readonly Attending[],
): Needs {
  const tickets = ticketTypes.filter(({ id }) =>
    attending.some(({ ticketTypeIds }) => ticketTypeIds.includes(id)),
  );
  const isThere = ({ ticketTypeIds }: Attending, day: string) =>
    tickets.some(
      (ticket) =>
        ticket.kind === 'ticket' &&
        ticketTypeIds.includes(ticket.id) &&
        (ticket.days.length === 0 || ticket.days.includes(day)),
    );
  const count = (words: string, who: readonly Attending[]): NeedCount => ({
    words,
    all: who.length,
    byDay: days.map((day) => who.filter((one) => isThere(one, day)).length),
    byTicket: tickets.map(({ id }) => who.filter(({ ticketTypeIds }) => ticketTypeIds.includes(id)).length),
  });
  return {
    days,
    tickets,
    questions: questions.map((question) => {
      const asked = attending.filter((one) => isAsked(question, one));
      const counts = wordsOf(question, asked).map((words) =>
        count(
          words,
          asked.filter((one) => said(question, one.answers.get(question.id)).includes(words)),
        ),
      );
      const silent = asked.filter(({ answers }) => !answers.has(question.id));
      return {
        question,
        counts: [...counts, ...(silent.length > 0 ? [count(nothingSaid, silent)] : [])],
        asked: count('All who were asked', asked),
      };
    }),
  };
}

const isAsked = ({ ticketTypeIds }: CountedQuestion, attending: Attending): boolean =>
  ticketTypeIds.length === 0 || ticketTypeIds.some((id) => attending.ticketTypeIds.includes(id));

/** What somebody said to a question, each thing by itself where several could be said. */
function said(question: CountedQuestion, answer: Answer | undefined): readonly string[] {
  if (answer === undefined) return [];
  if (isFileAnswer(answer)) return ['A file was handed in'];
  if (typeof answer !== 'string') return answer;
  return [answerInWords(question, answer).trim()];
}

/** What can be said to a question and what was said besides, in the order of the choices, then of the alphabet. */
function wordsOf(question: CountedQuestion, asked: readonly Attending[]): readonly string[] {
  const offered = question.kind === 'yes-no' ? yesNo.map(({ words }) => words) : question.choices;
  const given = asked.flatMap(({ answers }) => said(question, answers.get(question.id)));
  const others = [...new Set(given)].filter((words) => !offered.includes(words));
  return [...offered, ...others.toSorted((a, b) => a.localeCompare(b, 'en-GB'))];
}
