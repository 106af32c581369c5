import {
  accepted,
  checkOptionalText,
  problemsOf,
  refuse,
  refused,
  type Checked,
  type FieldProblem,
} from '#checks';
import { nothingSaid, withSaid, type Availability, type SaidSpan } from './availability.js';
import { longestWhy, mostExceptions } from './exception-input.js';
import type { Slot } from './slots.js';
import { byStart, doMeet, isBefore, type Span } from './spans.js';

/** More than anybody has a use for: a stand of a week in quarters of an hour has fewer. */
export const mostSpans = 300;

export interface AvailabilityInput {
  readonly said: readonly SaidSpan[];
  readonly exceptions: readonly (Span & { readonly why: string })[];
}

/**
 * Availability that is given as a whole.
 *
 * @param asked the time of the stand
 */
export function checkAvailability(input: AvailabilityInput, asked: readonly Span[]): Checked<Availability> {
  const tooMany =
    input.said.length > mostSpans
      ? refuse('said', 'too-many', `Give ${mostSpans} stretches of time or fewer.`)
      : input.exceptions.length > mostExceptions
        ? refuse('exceptions', 'too-many', `Give ${mostExceptions} exceptions or fewer.`)
        : null;
  if (tooMany !== null) return tooMany;
  const whys = input.exceptions.map(({ why }, index) =>
    checkOptionalText(why, `exceptions.${index}.why`, { longest: longestWhy }),
  );
  const problems = [
    ...spanProblems('said', input.said, asked),
    ...overlapProblems(input.said),
    ...spanProblems('exceptions', input.exceptions, asked),
    ...problemsOf(...whys),
  ];
  if (problems.length > 0) return refused(...problems);
  return accepted({
    said: input.said.reduce((all, span) => withSaid(all, span), nothingSaid.said),
    exceptions: input.exceptions
      .map(({ from, until }, index) => {
        const why = whys[index];
        return { from, until, why: why?.ok ? (why.value ?? '') : '' };
      })
      .toSorted(byStart),
  });
}

/** A word on a slot that is asked about, or on time that is: shifts may have changed since the page was opened. */
export function isAsked(span: Span, asked: readonly Span[]): boolean {
  return isBefore(span.from, span.until) && isWithin(span, asked);
}

export const timesOf = (days: readonly { readonly slots: readonly Slot[] }[]): readonly Slot[] =>
  days.flatMap(({ slots }) => slots);

function spanProblems(field: string, spans: readonly Span[], asked: readonly Span[]): FieldProblem[] {
  return spans.flatMap((span, index) => {
    if (!isBefore(span.from, span.until)) {
      return [
        {
          field: `${field}.${index}.until`,
          code: 'end-before-start',
          message: `Number ${index + 1} does not end after it begins. Check both.`,
        },
      ];
    }
    const isInTime = field === 'said' ? isWithin(span, asked) : asked.some((each) => doMeet(each, span));
    if (isInTime) return [];
    return [
      {
        field: `${field}.${index}.from`,
        code: 'outside-the-hours',
        message: `Number ${index + 1} is not within the hours of the stand. Check its day and its times.`,
      },
    ];
  });
}

function overlapProblems(spans: readonly Span[]): FieldProblem[] {
  const inOrder = spans.map((span, index) => ({ span, index })).toSorted((a, b) => byStart(a.span, b.span));
  return inOrder.flatMap(({ span, index }, at) => {
    const before = inOrder[at - 1];
    if (before === undefined || !doMeet(before.span, span)) return [];
    return [
      {
        field: `said.${index}.from`,
        code: 'overlapping',
        message: `Numbers ${before.index + 1} and ${index + 1} overlap. Say one thing of each moment.`,
      },
    ];
  });
}

/** Whether times that may overlap or touch cover it from its beginning to its end. */
function isWithin(span: Span, asked: readonly Span[]): boolean {
  let reached = span.from;
  for (const each of asked.toSorted(byStart)) {
    if (isBefore(reached, each.from)) break;
    if (isBefore(reached, each.until)) reached = each.until;
  }
  return !isBefore(reached, span.until);
}
