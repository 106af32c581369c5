import { Temporal } from 'temporal-polyfill';
import { accepted, checkChoice, checkOptionalText, problemsOf, refuse, refused, type Checked } from '#checks';

export const ratings = [1, 2, 3, 4, 5] as const;

export const fairs = ['yes', 'partly', 'no'] as const;
/** Whether the rota was fair to them. */
export type Fair = (typeof fairs)[number];

export const agains = ['yes', 'maybe', 'no'] as const;
/** Whether they would stand again. */
export type Again = (typeof agains)[number];

export const longestWords = 4000;

export const feedbackParts = ['went-well', 'to-change'] as const;
/** Of what somebody said, what a note can be made of. */
export type FeedbackPart = (typeof feedbackParts)[number];

/** How somebody found it. */
export interface Feedback {
  /** 1 to 5; 5 is best. */
  readonly rating: number;
  readonly fair: Fair | null;
  readonly wentWell: string;
  readonly toChange: string;
  readonly again: Again;
  readonly mayQuote: boolean;
}

/** The same as a form or a program gives it. */
export interface FeedbackInput {
  readonly rating: string;
  readonly fair: string;
  readonly wentWell: string;
  readonly toChange: string;
  readonly again: string;
  readonly mayQuote: boolean;
}

/** @returns the answer, or all that is wrong with it, each at its field */
export function checkFeedback(input: FeedbackInput): Checked<Feedback> {
  const rating = ratings.find((each) => String(each) === input.rating.trim());
  const rated: Checked<number> =
    rating === undefined
      ? refuse('rating', 'unknown-choice', 'Say how it was, from 1 to 5.')
      : accepted(rating);
  const fair =
    input.fair.trim() === ''
      ? accepted(null)
      : checkChoice<Fair>(input.fair, fairs, 'fair', 'Say whether the rota was fair to you.');
  const words = { longest: longestWords, manyLines: true };
  const wentWell = checkOptionalText(input.wentWell, 'wentWell', words);
  const toChange = checkOptionalText(input.toChange, 'toChange', words);
  const again = checkChoice<Again>(input.again, agains, 'again', 'Say whether you would stand again.');
  if (!rated.ok || !fair.ok || !wentWell.ok || !toChange.ok || !again.ok) {
    return refused(...problemsOf(rated, fair, wentWell, toChange, again));
  }
  return accepted({
    rating: rated.value,
    fair: fair.value,
    wentWell: wentWell.value ?? '',
    toChange: toChange.value ?? '',
    again: again.value,
    mayQuote: input.mayQuote,
  });
}

/** How long after the thanks an answer can be given and changed. */
export const openFor = { weeks: 6 } as const;

/** How long after it was given the words of an answer are kept, and who gave it. */
export const wordsKeptForMonths = 24;

/** The last day on which an answer can be given and changed. @param zone IANA */
export const lastDayToAnswer = (sentAt: Temporal.Instant, zone: string): Temporal.PlainDate =>
  sentAt.toZonedDateTimeISO(zone).toPlainDate().add(openFor);

/** Whether an answer can be given and changed still. @param zone IANA */
export const isOpen = (sentAt: Temporal.Instant, now: Temporal.Instant, zone: string): boolean =>
  Temporal.PlainDate.compare(now.toZonedDateTimeISO(zone).toPlainDate(), lastDayToAnswer(sentAt, zone)) <= 0;

/** What all answers come to. */
export interface FeedbackTotals {
  readonly answers: number;
  /** How many gave 1, 2, 3, 4, 5. */
  readonly ratings: readonly number[];
  /** To a tenth; `null`: nobody has answered. */
  readonly average: number | null;
  readonly fair: Readonly<Record<Fair, number>>;
  readonly again: Readonly<Record<Again, number>>;
}

export function feedbackTotals(all: readonly Pick<Feedback, 'rating' | 'fair' | 'again'>[]): FeedbackTotals {
  const count = (test: (one: Pick<Feedback, 'rating' | 'fair' | 'again'>) => boolean) =>
    all.filter(test).length;
  const sum = all.reduce((total, { rating }) => total + rating, 0);
  const [fairYes, fairPartly, fairNo] = fairs.map((each) => count(({ fair }) => fair === each));
  const [againYes, againMaybe, againNo] = agains.map((each) => count(({ again }) => again === each));
  return {
    answers: all.length,
    ratings: ratings.map((each) => count(({ rating }) => rating === each)),
    average: all.length === 0 ? null : Math.round((sum / all.length) * 10) / 10,
    fair: { yes: fairYes ?? 0, partly: fairPartly ?? 0, no: fairNo ?? 0 },
    again: { yes: againYes ?? 0, maybe: againMaybe ?? 0, no: againNo ?? 0 },
  };
}
