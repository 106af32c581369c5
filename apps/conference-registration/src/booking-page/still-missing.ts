import { unprocessable, type Problem } from '#platform';
import { plural } from '#ui';
import { questionsFor } from '../questions/domain/asked.js';
import { checkAnswers } from '../questions/domain/check-answers.js';
import {
  costOfBooking,
  currentDelegates,
  placesOf,
  ticketTypeIdsOf,
  type BookedDelegate,
  type BookingDetails,
} from './booking-details.js';

/** One thing to do before a booking can be confirmed. */
export interface Missing {
  /** Where it is done. */
  readonly part: 'delegates' | 'questions' | 'payment';
  /** Which delegate; `null`: none, or all. */
  readonly number: number | null;
  /** A sentence: "Delegate 2 has no name yet." */
  readonly message: string;
}

/** How a delegate is called before they have a name. */
export const nameOf = ({ delegate }: Pick<BookedDelegate, 'delegate'>): string =>
  delegate.name === '' ? `Delegate ${delegate.number}` : delegate.name;

/** What a booking needs before it can be confirmed; empty: nothing. */
export function stillMissing(details: BookingDetails): readonly Missing[] {
  return [
    ...currentDelegates(details).flatMap((delegate) => missingOfDelegate(details, delegate)),
    ...wrongNumbers(details),
    ...(areQuestionsAnswered(details) ? [] : [questionsMissing]),
    ...(isPaymentSettled(details) ? [] : [paymentMissing]),
  ];
}

/** @throws Problem 422 naming each thing that is missing */
export function mustBeComplete(details: BookingDetails): void {
  const missing = stillMissing(details);
  if (missing.length > 0) throw notComplete(missing);
}

const notComplete = (missing: readonly Missing[]): Problem =>
  unprocessable(
    missing.map(({ part, number, message }) => ({
      field: number === null ? part : `${part}.${number}`,
      code: 'missing',
      message,
    })),
  );

const questionsMissing: Missing = {
  part: 'questions',
  number: null,
  message: 'There are questions about the booking to answer.',
};

const paymentMissing: Missing = {
  part: 'payment',
  number: null,
  message: 'Say how the booking will be paid.',
};

/** What is missing of one delegate. */
export function missingOfDelegate(
  { catalogue: { questions } }: Pick<BookingDetails, 'catalogue'>,
  delegate: BookedDelegate,
): readonly Missing[] {
  const { number, name } = delegate.delegate;
  const say = (message: string): Missing => ({ part: 'delegates', number, message });
  if (delegate.ticket === null) return [say(`${nameOf(delegate)} has no ticket.`)];
  if (name === '') return [say(`Delegate ${number} has no name yet.`)];
  const asked = { of: 'delegate', ticketTypeIds: ticketTypeIdsOf(delegate) } as const;
  const checked = checkAnswers(questions, asked, delegate.answers, 'complete');
  if (checked.ok) return [];
  return [say(`${name} has ${plural(checked.problems.length, 'question')} to answer.`)];
}

/** How many of a ticket one booking has at least and at most. */
export function wrongNumbers({ catalogue, delegates }: BookingDetails): readonly Missing[] {
  const all = delegates.flatMap(placesOf);
  return catalogue.ticketTypes.flatMap(({ id, name, least, most }) => {
    const number = all.filter(({ ticketType }) => ticketType.id === id).length;
    const say = (message: string): Missing => ({ part: 'delegates', number: null, message });
    if (number > 0 && number < least) {
      return [say(`“${name}” is booked for ${least} or more at a time, and this booking has ${number}.`)];
    }
    return most !== null && number > most
      ? [say(`One booking has at most ${most} of “${name}”, and this one has ${number}.`)]
      : [];
  });
}

/** The questions about the booking as a whole that may come up. */
export const bookingQuestions = ({ catalogue, delegates }: BookingDetails) => {
  const asked = { of: 'booking', ticketTypeIds: delegates.flatMap(ticketTypeIdsOf) } as const;
  return { asked, questions: questionsFor(catalogue.questions, asked) };
};

export function areQuestionsAnswered(details: BookingDetails): boolean {
  const { asked } = bookingQuestions(details);
  return checkAnswers(details.catalogue.questions, asked, details.answers, 'complete').ok;
}

export function isPaymentSettled(details: BookingDetails): boolean {
  const { payment, billTo } = details.booking;
  if (costOfBooking(details).grossPence === 0) return true;
  return payment !== null && payment !== 'nothing' && billTo !== null;
}
