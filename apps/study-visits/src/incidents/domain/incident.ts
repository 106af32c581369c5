import {
  accepted,
  checkOptionalText,
  checkPlausibleDay,
  checkRange,
  checkText,
  problemsOf,
  refuse,
  refused,
  type Checked,
  type FieldProblem,
} from '#checks';

/** What happened, as whoever records it tells it. All of it is kept sealed. */
export interface Account {
  /** ISO; on which day it happened. */
  readonly day: string;
  /** "about 4pm, at the hotel" */
  readonly whenAndWhere: string;
  /** Who is concerned. */
  readonly who: string;
  readonly what: string;
  /** What was done at once. */
  readonly done: string;
}

/** The same as a form or a program gives it. */
export interface AccountInput extends Omit<Account, 'day'> {
  readonly day: Checked<string | null>;
}

const words = (text: string, field: string, message: string) =>
  checkText<string>(text, field, { longest: 4000, manyLines: true, missing: { code: 'missing', message } });

/** @param today ISO, where the visit is */
export function checkAccount(input: AccountInput, today: string): Checked<Account> {
  const given = checkPlausibleDay(input.day, 'day');
  const day = given.ok ? checkDay(given.value, today) : given;
  const whenAndWhere = checkOptionalText(input.whenAndWhere, 'whenAndWhere', { longest: 200 });
  const who = checkText<string>(input.who, 'who', {
    longest: 500,
    missing: { code: 'missing', message: 'Say who is concerned.' },
  });
  const what = words(input.what, 'what', 'Say what happened.');
  const done = checkOptionalText(input.done, 'done', { longest: 4000, manyLines: true });
  if (!day.ok || !whenAndWhere.ok || !who.ok || !what.ok || !done.ok) {
    return refused(...problemsOf<FieldProblem>(day, whenAndWhere, who, what, done));
  }
  return accepted({
    day: day.value,
    whenAndWhere: whenAndWhere.value ?? '',
    who: who.value,
    what: what.value,
    done: done.value ?? '',
  });
}

function checkDay(day: string | null, today: string): Checked<string> {
  if (day === null) return refuse('day', 'missing', 'Enter the day on which it happened.');
  if (day > today) return refuse('day', 'day-to-come', 'Enter a day that has been: it is still to come.');
  return accepted(day);
}

/** What is added to an incident later; sealed, too. */
export const checkNote = (text: string): Checked<string> => words(text, 'note', 'Write what is to be added.');

/** What is still to be done about an incident. */
export interface Action {
  /** Sealed. */
  readonly words: string;
  /** ISO; until when. */
  readonly dueOn: string;
}

export interface ActionInput {
  readonly words: string;
  readonly dueOn: Checked<string | null>;
}

export function checkAction(input: ActionInput): Checked<Action> {
  const said = words(input.words, 'words', 'Say what is to be done, and by whom.');
  const due = checkPlausibleDay(input.dueOn, 'dueOn');
  if (!said.ok || !due.ok) return refused(...problemsOf<FieldProblem>(said, due));
  if (due.value === null) return refuse('dueOn', 'missing', 'Enter the day by which it is to be done.');
  return accepted({ words: said.value, dueOn: due.value });
}

/**
 * So many years after a visit its incidents are erased unless staff say otherwise: claims for injuries are brought within three
 * years, those from a contract within six (Limitation Act 1980, sections 5 and 11).
 */
export const usualKeepYears = 6;

export const checkKeepYears = (years: number): Checked<number> =>
  checkRange(years, 'keepYears', { what: 'the number of years', least: 1, most: 20 });
