import { accepted, problemsOf, refuse, refused, type Checked } from '#checks';
import type { Point } from './item.js';

/**
 * Reads where something is, as maps write it: degrees with a point, both or neither.
 *
 * @param names of the two controls
 * @returns `null` when both are blank; problems at the controls
 */
export function checkPoint(
  { lat, lon }: { readonly lat: string; readonly lon: string },
  names: { readonly lat: string; readonly lon: string },
): Checked<Point | null> {
  if (lat.trim() === '' && lon.trim() === '') return accepted(null);
  const north = degrees(lat, { field: names.lat, what: 'the latitude', most: 90, example: '44.4938' });
  const east = degrees(lon, { field: names.lon, what: 'the longitude', most: 180, example: '11.3426' });
  if (!north.ok || !east.ok) return refused(...problemsOf(north, east));
  return accepted({ lat: north.value, lon: east.value });
}

interface Degrees {
  readonly field: string;
  readonly what: string;
  readonly most: number;
  readonly example: string;
}

function degrees(typed: string, { field, what, most, example }: Degrees): Checked<number> {
  const text = typed.trim().replace('−', '-');
  if (text === '') return refuse(field, 'missing', `Enter ${what} as well, or leave both blank.`);
  if (!/^[-+]?\d{1,3}(?:\.\d{1,15})?$/.test(text)) {
    return refuse(field, 'not-degrees', `Enter ${what} in degrees with a point, such as ${example}.`);
  }
  const number = Number(text);
  if (Math.abs(number) > most) {
    return refuse(field, 'not-on-earth', `Enter ${what} as a number between −${most} and ${most}.`);
  }
  // −0 is 0.
  return accepted(Math.round(number * 1e6) / 1e6 + 0);
}
