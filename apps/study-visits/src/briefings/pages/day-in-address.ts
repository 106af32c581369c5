import { dayFromIso } from '#checks';
import { noSuchDay } from '../keep-briefings.js';

/** The day that an address names. @throws Problem 404 where it names none */
export function dayIn(given: string): string {
  const day = dayFromIso(given, 'day');
  if (!day.ok || day.value === null) throw noSuchDay();
  return day.value;
}
