/** The marks of an axis: whole numbers, evenly spaced, round ones. */
export interface Axis {
  /** From the lowest to the highest. */
  readonly marks: readonly number[];
  readonly lowest: number;
  readonly highest: number;
}

/** About as many marks as this are read well. */
const wantedMarks = 5;

/**
 * An axis of counts that has all values on it, and zero.
 *
 * @param values whole numbers
 */
export function countAxis(values: readonly number[]): Axis {
  const top = values.reduce((most, value) => Math.max(most, value), 0);
  const bottom = values.reduce((least, value) => Math.min(least, value), 0);
  const step = roundStep((top - bottom) / wantedMarks);
  const lowest = Math.floor(bottom / step) * step;
  // Something has to be above zero, even where every value is zero.
  const highest = Math.max(Math.ceil(top / step) * step, bottom < 0 ? 0 : step);
  const marks = Array.from(
    { length: Math.round((highest - lowest) / step) + 1 },
    (_, index) => lowest + index * step,
  );
  return { marks, lowest, highest };
}

/** The next of 1, 2, 5, 10, 20, 50 … that is not below. */
function roundStep(least: number): number {
  let power = 1;
  while (power * 10 <= least) power *= 10;
  const factor = [1, 2, 5, 10].find((each) => each * power >= least) ?? 10;
  return factor * power;
}

/** Every how many labels one is written, so that none runs into the next. @param room labels that there is room for */
export function labelStep(count: number, room: number): number {
  return Math.max(1, Math.ceil(count / room));
}

/**
 * Places for labels beside a line's end each: as near to it as can be, in the same order, none over another.
 *
 * @param wanted where each would stand
 * @param apart how far two have to be from one another
 */
export function spread(
  wanted: readonly number[],
  apart: number,
  lowest: number,
  highest: number,
): readonly number[] {
  const order = wanted.map((place, index) => ({ place, index })).sort((a, b) => a.place - b.place);
  let next = lowest;
  const placed = order.map(({ place, index }) => {
    const at = Math.max(place, next);
    next = at + apart;
    return { at, index };
  });
  let limit = highest;
  for (const label of placed.toReversed()) {
    label.at = Math.min(label.at, limit);
    limit = label.at - apart;
  }
  return placed.sort((a, b) => a.index - b.index).map(({ at }) => at);
}
