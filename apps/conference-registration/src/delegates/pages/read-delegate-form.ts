import type { FastifyRequest } from 'fastify';
import type { FieldProblem } from '#checks';
import { allValues, form, readVersion, textIn, type Form, type SubmittedValues } from '#ui';
import {
  ticketTypeIdsOf,
  type BookedDelegate,
  type BookingDetails,
} from '../../booking-page/booking-details.js';
import { questionsShown, withheldAnswers } from '../../questions/domain/confidences.js';
import type { Question } from '../../questions/domain/question.js';
import { answerValues, readAnswers } from '../../questions/form/read-answers.js';
import { inspectFiles, receiveAnswers } from '../../questions/form/receive-answers.js';
import type { WantedTickets } from '../change-tickets.js';
import { delegateFields, type DelegateInput } from '../domain/delegate-details.js';
import type { DelegatePart } from '../save-delegate.js';

/** A delegate’s form as it was sent. */
export interface SentDelegate {
  readonly part: DelegatePart;
  readonly form: Form;
  /** What is wrong with files; nothing is saved then. */
  readonly fileProblems: readonly FieldProblem[];
  /** Those that may come up with the tickets that were chosen. */
  readonly questions: readonly Question[];
}

/** The questions that may come up for somebody with these tickets, but for those that they answered in confidence. */
export const delegateQuestions = (
  { catalogue }: BookingDetails,
  { answers, withheld }: BookedDelegate,
  ticketTypeIds: readonly string[],
) => questionsShown(catalogue.questions, { of: 'delegate', ticketTypeIds }, answers, withheld);

/** @param mayChoose whether tickets can be chosen on the form */
export async function readDelegateForm(
  request: FastifyRequest,
  details: BookingDetails,
  own: BookedDelegate,
  mayChoose: boolean,
): Promise<SentDelegate> {
  const { values, files } = await receiveAnswers(request);
  const tickets = mayChoose ? ticketsIn(values) : null;
  const questions = delegateQuestions(
    details,
    own,
    tickets === null ? ticketTypeIdsOf(own) : [tickets.ticketTypeId, ...tickets.addOnIds],
  );
  const inspected = inspectFiles(questions, files);
  return {
    part: {
      details: inputOf(values),
      tickets,
      answers: new Map([
        ...readAnswers(questions, values, own.answers),
        ...withheldAnswers(own.answers, own.withheld),
      ]),
      files: inspected.files,
      completeness: textIn(values, 'later') === 'yes' ? 'so-far' : 'complete',
      version: readVersion(values),
    },
    form: form(values, inspected.problems),
    fileProblems: inspected.problems,
    questions,
  };
}

const ticketsIn = (values: SubmittedValues): WantedTickets => ({
  ticketTypeId: textIn(values, 'ticketTypeId'),
  addOnIds: [...new Set(allValues(values, 'addOnIds'))].filter((id) => id !== ''),
});

function inputOf(values: SubmittedValues): DelegateInput {
  const [name, email, phone, jobTitle, badgeOrganisation] = delegateFields.map((each) =>
    textIn(values, each),
  );
  return {
    name: name ?? '',
    email: email ?? '',
    phone: phone ?? '',
    jobTitle: jobTitle ?? '',
    badgeOrganisation: badgeOrganisation ?? '',
  };
}

/** What a delegate’s form shows of what is kept. */
export function delegateForm({ delegate, ticket, addOns, answers }: BookedDelegate): Form {
  return form({
    name: delegate.name,
    email: delegate.email ?? '',
    phone: delegate.phone ?? '',
    jobTitle: delegate.jobTitle ?? '',
    badgeOrganisation: delegate.badgeOrganisation ?? '',
    ticketTypeId: ticket?.ticketType.id ?? '',
    addOnIds: addOns.map(({ ticketType }) => ticketType.id),
    ...answerValues(answers),
  });
}
