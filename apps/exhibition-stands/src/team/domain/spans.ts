import { Temporal } from 'temporal-polyfill';

/** A stretch of time; the end is not part of it. */
export interface Span {
  readonly from: Temporal.Instant;
  readonly until: Temporal.Instant;
}

export const isBefore = (one: Temporal.Instant, other: Temporal.Instant): boolean =>
  Temporal.Instant.compare(one, other) < 0;

/** Whether two have a moment in common; those that touch do not. */
export const doMeet = (one: Span, other: Span): boolean =>
  isBefore(one.from, other.until) && isBefore(other.from, one.until);

/** What two have in common, `null` where that is nothing. */
export function common(one: Span, other: Span): Span | null {
  if (!doMeet(one, other)) return null;
  return {
    from: isBefore(one.from, other.from) ? other.from : one.from,
    until: isBefore(one.until, other.until) ? one.until : other.until,
  };
}

/** Spans without what lies in the hole; one that it lies in the middle of becomes two. */
export function without<Each extends Span>(spans: readonly Each[], hole: Span): Each[] {
  return spans.flatMap((span) => {
    if (!doMeet(span, hole)) return [span];
    return [
      ...(isBefore(span.from, hole.from) ? [{ ...span, until: hole.from }] : []),
      ...(isBefore(hole.until, span.until) ? [{ ...span, from: hole.until }] : []),
    ];
  });
}

/** By their beginnings; those that touch and are alike are one. */
export function joined<Each extends Span>(
  spans: readonly Each[],
  isAlike: (one: Each, other: Each) => boolean,
): Each[] {
  const all: Each[] = [];
  for (const span of spans.toSorted(byStart)) {
    const last = all.at(-1);
    if (last !== undefined && last.until.equals(span.from) && isAlike(last, span)) {
      all[all.length - 1] = { ...last, until: span.until };
    } else all.push(span);
  }
  return all;
}

export const byStart = (one: Span, other: Span): number =>
  Temporal.Instant.compare(one.from, other.from) || Temporal.Instant.compare(one.until, other.until);

/** How long it lasts, in minutes that pass. */
export const minutesOf = ({ from, until }: Span): number =>
  Math.round(from.until(until).total({ unit: 'minutes' }));
