import { accepted, checkChoice, checkOptionalText, problemsOf, refuse, refused, type Checked } from '#checks';

export const ratings = [1, 2, 3, 4, 5] as const;
/** 5 is best. */
export type Rating = (typeof ratings)[number];

/** What is asked with a mark; the first needs one. */
export const ratedQuestions = ['overall', 'programme', 'organisation', 'journey'] as const;
export type RatedQuestion = (typeof ratedQuestions)[number];

export const recommends = ['yes', 'maybe', 'no'] as const;
/** Whether they would tell a colleague to go on such a visit. */
export type Recommends = (typeof recommends)[number];

export const longestAnswer = 4000;

/** How somebody found it. */
export type Feedback = Readonly<Record<Exclude<RatedQuestion, 'overall'>, Rating | null>> & {
  readonly overall: Rating;
  readonly recommend: Recommends;
  /** What was worth most. */
  readonly best: string;
  readonly toChange: string;
};

/** The same as a form or a program gives it. */
export type FeedbackInput = Readonly<Record<RatedQuestion | 'recommend' | 'best' | 'toChange', string>>;

/** @returns the answer, or all that is wrong with it, each at its field */
export function checkFeedback(input: FeedbackInput): Checked<Feedback> {
  const overall = checkRating(input.overall, 'overall', false);
  const programme = checkRating(input.programme, 'programme', true);
  const organisation = checkRating(input.organisation, 'organisation', true);
  const journey = checkRating(input.journey, 'journey', true);
  const asked = 'Say whether you would tell a colleague to go.';
  const recommend = checkChoice<Recommends>(input.recommend, recommends, 'recommend', asked);
  const words = { longest: longestAnswer, manyLines: true };
  const best = checkOptionalText(input.best, 'best', words);
  const toChange = checkOptionalText(input.toChange, 'toChange', words);
  if (
    !overall.ok ||
    overall.value === null ||
    !programme.ok ||
    !organisation.ok ||
    !journey.ok ||
    !recommend.ok ||
    !best.ok ||
    !toChange.ok
  ) {
    return refused(...problemsOf(overall, programme, organisation, journey, recommend, best, toChange));
  }
  return accepted({
    overall: overall.value,
    programme: programme.value,
    organisation: organisation.value,
    journey: journey.value,
    recommend: recommend.value,
    best: best.value ?? '',
    toChange: toChange.value ?? '',
  });
}

function checkRating(text: string, field: RatedQuestion, isOptional: boolean): Checked<Rating | null> {
  if (isOptional && text.trim() === '') return accepted(null);
  const rating = ratings.find((each) => String(each) === text.trim());
  return rating === undefined
    ? refuse(field, 'unknown-choice', 'Choose a mark from 1 to 5.')
    : accepted(rating);
}

/** How many gave which mark. */
export interface RatingTotals {
  readonly question: RatedQuestion;
  readonly answers: number;
  /** How many gave 1, 2, 3, 4, 5. */
  readonly counts: readonly number[];
  /** To a tenth, half a tenth up; `null`: nobody has answered this one. */
  readonly average: number | null;
}

/** What all answers come to. */
export interface FeedbackTotals {
  readonly answers: number;
  readonly ratings: readonly RatingTotals[];
  readonly recommend: Readonly<Record<Recommends, number>>;
}

type Marks = Pick<Feedback, RatedQuestion | 'recommend'>;

export function feedbackTotals(all: readonly Marks[]): FeedbackTotals {
  const wouldSay = (answer: Recommends) => all.filter(({ recommend }) => recommend === answer).length;
  return {
    answers: all.length,
    ratings: ratedQuestions.map((question) => {
      const given = all.map((one) => one[question]).filter((mark) => mark !== null);
      return {
        question,
        answers: given.length,
        counts: ratings.map((each) => given.filter((mark) => mark === each).length),
        average: tenths(given),
      };
    }),
    recommend: { yes: wouldSay('yes'), maybe: wouldSay('maybe'), no: wouldSay('no') },
  };
}

function tenths(marks: readonly number[]): number | null {
  if (marks.length === 0) return null;
  const sum = marks.reduce((one, other) => one + other, 0);
  return Math.floor((20 * sum + marks.length) / (2 * marks.length)) / 10;
}
