import { expect } from '@jest/globals';
import { Temporal } from 'temporal-polyfill';

const isTemporal = (value: unknown): value is { toString(): string } =>
  value instanceof Temporal.Instant ||
  value instanceof Temporal.PlainDate ||
  value instanceof Temporal.PlainDateTime ||
  value instanceof Temporal.PlainTime ||
  value instanceof Temporal.PlainYearMonth ||
  value instanceof Temporal.ZonedDateTime;

/** Temporal values have no properties of their own, so Jest would take any two of one class for equal. */
expect.addEqualityTesters([
  (a: unknown, b: unknown): boolean | undefined =>
    isTemporal(a) && isTemporal(b)
      ? a.constructor === b.constructor && a.toString() === b.toString()
      : undefined,
]);
