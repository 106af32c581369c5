import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { dateAnswer, optionalDateAnswer, type SubmittedValues } from '#ui';
import type { Seat } from '../domain/person.js';

/** The controls of the form for a seat, in the order of the page. */
export const seatNames = ['board', 'position', 'startsOn', 'endsOn'];

/** Reads the form for a new seat; the rules of seats are for the use case to know. */
export const newSeatForm = z.object({
  board: z.string('Choose a board').min(1, 'Choose a board'),
  position: z.string().default(''),
  startsOn: dateAnswer('the first day of the term').transform(String),
  endsOn: optionalDateAnswer('the last day of the term').transform((day) => day?.toString() ?? null),
});

/** Reads the form for a seat that there is: its board does not change. */
export const seatForm = newSeatForm.omit({ board: true });

/** The form filled with a seat that there is. */
export function seatValues({ position, startsOn, endsOn }: Seat): SubmittedValues {
  return {
    position: position ?? '',
    ...boxes('startsOn', startsOn),
    ...(endsOn !== null && boxes('endsOn', endsOn)),
  };
}

function boxes(name: string, day: string): SubmittedValues {
  const date = Temporal.PlainDate.from(day);
  return {
    [`${name}.day`]: String(date.day),
    [`${name}.month`]: String(date.month),
    [`${name}.year`]: String(date.year),
  };
}
