import { checkOptionalText, checkText } from '#checks';
import { accepted, problemsOf, refuse, refused, type Checked } from './errors.js';
import type { Place } from './event.js';

export interface PlaceInput {
  readonly name: string;
  readonly address?: string | null;
  /** Decimal degrees, as typed or as a number; blank or `null` where unknown. */
  readonly latitude?: string | number | null;
  readonly longitude?: string | number | null;
}

/** A place, or `null` when nothing is filled in. A name is needed as soon as anything is. */
export function checkPlace(input: PlaceInput | null, field = 'place'): Checked<Place | null> {
  if (input === null) return accepted(null);
  const texts = [input.name, input.address, input.latitude, input.longitude];
  if (texts.every(isBlank)) return accepted(null);
  const name = checkText(input.name, `${field}.name`, {
    longest: 300,
    missing: { code: 'missing', message: 'Enter the name of the place, such as City Hall, Cardiff.' },
  });
  const address = checkOptionalText(input.address, `${field}.address`, { longest: 1000, manyLines: true });
  const coordinates = checkCoordinates(input, `${field}.coordinates`);
  if (!name.ok || !address.ok || !coordinates.ok) return refused(...problemsOf(name, address, coordinates));
  return accepted({ name: name.value, address: address.value, coordinates: coordinates.value });
}

function checkCoordinates(input: PlaceInput, field: string): Checked<Place['coordinates']> {
  if (isBlank(input.latitude) && isBlank(input.longitude)) return accepted(null);
  if (isBlank(input.latitude) || isBlank(input.longitude)) {
    return refuse(
      field,
      'coordinate-incomplete',
      'Enter both latitude and longitude, such as 51.4816 and -3.1791, or neither.',
    );
  }
  const latitude = readDegrees(input.latitude, 90);
  const longitude = readDegrees(input.longitude, 180);
  if (latitude !== null && longitude !== null) return accepted({ latitude, longitude });
  return refuse(
    field,
    'coordinate-out-of-range',
    latitude === null
      ? 'The latitude must be a number between -90 and 90, such as 51.4816.'
      : 'The longitude must be a number between -180 and 180, such as -3.1791.',
  );
}

function readDegrees(value: string | number | null | undefined, most: number): number | null {
  const text = String(value ?? '')
    .trim()
    .replace('\u2212', '-');
  if (!/^[+-]?\d{1,3}(?:\.\d+)?$/.test(text)) return null;
  // Adding 0 turns -0 into 0.
  const degrees = Number(text) + 0;
  return Math.abs(degrees) <= most ? degrees : null;
}

const isBlank = (value: string | number | null | undefined): boolean =>
  value === null || value === undefined || String(value).trim() === '';
