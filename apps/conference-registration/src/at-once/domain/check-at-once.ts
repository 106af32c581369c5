import { accepted, problemsOf, refused, type Checked, type FieldProblem } from '#checks';
import type { Catalogue, TicketType } from '../../catalogue/domain/catalogue.js';
import {
  checkDelegate,
  type DelegateDetails,
  type DelegateInput,
} from '../../delegates/domain/delegate-details.js';
import type { Answers } from '../../questions/domain/answer.js';
import type { Asked } from '../../questions/domain/asked.js';
import { checkAnswers } from '../../questions/domain/check-answers.js';

/** A delegate as they are sent. */
export interface SentDelegate {
  readonly details: DelegateInput;
  readonly ticketTypeId: string;
  readonly addOnIds: readonly string[];
  readonly answers: Answers;
}

/** A booking as it is sent, all of it. */
export interface SentBooking {
  readonly delegates: readonly SentDelegate[];
  readonly answers: Answers;
}

/** A delegate who can be written down. */
export interface CheckedDelegate {
  readonly details: DelegateDetails;
  /** The ticket first. */
  readonly ticketTypeIds: readonly string[];
  readonly answers: Answers;
}

/** A booking that can be written down, if there are places for it. */
export interface CheckedBooking {
  readonly delegates: readonly CheckedDelegate[];
  readonly answers: Answers;
}

/**
 * Checks all that is filled in of a booking which is sent whole.
 *
 * @returns what is wrong with which field otherwise: `delegates.0.name`, `answers.…`
 */
export function checkAtOnce(
  catalogue: Catalogue,
  { delegates, answers }: SentBooking,
): Checked<CheckedBooking> {
  const { questions } = catalogue;
  const checked = delegates.map((delegate, index) =>
    within(`delegates.${index}`, checkOne(catalogue, delegate)),
  );
  const asked: Asked = {
    of: 'booking',
    ticketTypeIds: delegates.flatMap(({ ticketTypeId, addOnIds }) => [ticketTypeId, ...addOnIds]),
  };
  const answered = checkAnswers(questions, asked, answers, 'complete');
  const problems = problemsOf(...checked, answered);
  if (problems.length > 0 || !answered.ok) return refused(...problems);
  return accepted({
    delegates: checked.flatMap((one) => (one.ok ? [one.value] : [])),
    answers: answered.value,
  });
}

function checkOne(catalogue: Catalogue, delegate: SentDelegate): Checked<CheckedDelegate> {
  const ticketTypeIds = [delegate.ticketTypeId, ...delegate.addOnIds];
  const details = checkDelegate(delegate.details);
  const answers = checkAnswers(
    catalogue.questions,
    { of: 'delegate', ticketTypeIds },
    delegate.answers,
    'complete',
  );
  const problems = [...ticketProblems(catalogue, delegate), ...problemsOf(details, answers)];
  if (problems.length > 0 || !details.ok || !answers.ok) return refused(...problems);
  return accepted({ details: details.value, ticketTypeIds, answers: answers.value });
}

function ticketProblems({ ticketType }: Catalogue, { ticketTypeId, addOnIds }: SentDelegate): FieldProblem[] {
  const isOf = (kind: TicketType['kind']) => (id: string) => ticketType.get(id)?.kind === kind;
  const problems: FieldProblem[] = [];
  if (!isOf('ticket')(ticketTypeId)) {
    const message = 'This conference has no such ticket. Choose one of its own.';
    problems.push({ field: 'ticketTypeId', code: 'unknown-ticket', message });
  }
  if (!addOnIds.every(isOf('add-on'))) {
    const message = 'This conference has no such add-on. Choose among its own.';
    problems.push({ field: 'addOnIds', code: 'unknown-ticket', message });
  } else if (new Set(addOnIds).size < addOnIds.length) {
    const message = 'A delegate has each add-on at most once.';
    problems.push({ field: 'addOnIds', code: 'too-many', message });
  }
  return problems;
}

/** The same with its fields named as parts of another one. */
const within = <Value>(part: string, checked: Checked<Value>): Checked<Value> =>
  checked.ok
    ? checked
    : refused(...checked.problems.map((problem) => ({ ...problem, field: `${part}.${problem.field}` })));
