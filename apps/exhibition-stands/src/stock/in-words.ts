import { Temporal } from 'temporal-polyfill';
import { dateInWords, numberInWords, plural, timeInWords } from '#ui';
import type { Forecast } from './domain/forecast.js';
import type { MovementKind } from './domain/movement.js';
import type { PlaceKind } from './domain/place-details.js';
import type { StockItemRow } from './stock-item.entity.js';
import type { StockPlaceRow } from './stock-place.entity.js';

/** "1 pack", "38 packs" */
export const amountOf = (quantity: number, { unit, units }: Pick<StockItemRow, 'unit' | 'units'>): string =>
  plural(quantity, unit, units);

/** "There are only 12 packs in Box 3. Enter 12 or fewer." */
export function shortageWords(
  there: number,
  item: Pick<StockItemRow, 'unit' | 'units'> = { unit: 'piece', units: 'pieces' },
  place?: Pick<StockPlaceRow, 'name'>,
): string {
  const where = place === undefined ? 'there' : `in ${place.name}`;
  if (there === 0) {
    return `There are no ${item.units} left ${where}. If you see some, count what is there, or take them from another place.`;
  }
  return `There ${there === 1 ? 'is' : 'are'} only ${amountOf(there, item)} ${where}. Enter ${numberInWords(there)} or fewer, or count what is there.`;
}

export const movementNames: Readonly<Record<MovementKind, string>> = {
  receive: 'Received',
  move: 'Moved',
  'hand-out': 'Handed out',
  return: 'Came back',
  count: 'Counted',
  correction: 'Corrected',
};

export const placeKindNames: Readonly<Record<PlaceKind, string>> = {
  office: 'Office or store',
  box: 'Box',
  car: 'A member’s car',
  stand: 'Stand of an exhibition',
};

/** "Tuesday 12 noon" */
export function shortMoment(at: Temporal.Instant, zone: string): string {
  const local = at.toZonedDateTimeISO(zone);
  const day = dateInWords(local.toPlainDate(), { impliedYear: local.year }).split(' ')[0] ?? '';
  return `${day} ${timeInWords(local.toPlainTime())}`;
}

/** "At this pace the packs last to the end.": how many are left over would say how many there are. */
export const lastsWords = ({ units }: Pick<StockItemRow, 'units'>): string =>
  `At this pace the ${units} last to the end.`;

/** "At this pace the packs last until Tuesday 12 noon." The time is that of the last half hour before. */
export function forecastWords(
  forecast: Forecast,
  { units }: Pick<StockItemRow, 'unit' | 'units'>,
  zone: string,
): string {
  switch (forecast.kind) {
    case 'gone':
      return `There are no ${units} left on the stand.`;
    case 'unknown':
      return 'Nothing has been used yet, so there is no pace to go by.';
    case 'lasts':
      return `At this pace the ${units} last to the end, with ${numberInWords(forecast.left)} left over.`;
    case 'runs-out': {
      const at = forecast.at.toZonedDateTimeISO(zone);
      const half = at.round({ smallestUnit: 'minute', roundingIncrement: 30, roundingMode: 'floor' });
      return `At this pace the ${units} last until ${shortMoment(half.toInstant(), zone)}.`;
    }
  }
}
