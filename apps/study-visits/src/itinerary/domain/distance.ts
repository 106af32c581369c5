import type { Point } from './item.js';

/** Places nearer to each other than this are one place, in kilometres: two doors of a building. */
const samePlace = 0.15;

/** Up to so many kilometres people walk. */
const walkable = 1.5;

/** Up to so many kilometres a coach goes through towns. */
const nearby = 30;

/** What ways take, by which a plan is plausible: kilometres an hour, as the crow flies. */
export const speeds = { onFoot: 4, byCoach: 40, byMotorway: 80 } as const;

/** The way between two places, as far as a map tells. */
export interface Way {
  /** As the crow flies. */
  readonly kilometres: number;
  /** How long it takes at the stated speed, whole minutes. */
  readonly minutes: number;
  readonly kilometresAnHour: number;
}

/**
 * How far it is and how long it takes, roughly: the distance on a sphere (haversine; radius 6371 km) at a stated speed.
 *
 * @returns nought minutes where the two are one place
 */
export function wayBetween(from: Point, to: Point): Way {
  const kilometres = kilometresBetween(from, to);
  const kilometresAnHour = speedOver(kilometres);
  const minutes = kilometres < samePlace ? 0 : Math.ceil((kilometres / kilometresAnHour) * 60);
  return { kilometres, minutes, kilometresAnHour };
}

function speedOver(kilometres: number): number {
  if (kilometres <= walkable) return speeds.onFoot;
  return kilometres <= nearby ? speeds.byCoach : speeds.byMotorway;
}

/** In kilometres, as the crow flies. */
export function kilometresBetween(from: Point, to: Point): number {
  const [lat1, lat2] = [radians(from.lat), radians(to.lat)];
  const half = (radians(to.lon) - radians(from.lon)) / 2;
  const hav = Math.sin((lat2 - lat1) / 2) ** 2 + Math.cos(lat1) * Math.cos(lat2) * Math.sin(half) ** 2;
  return 2 * 6371 * Math.asin(Math.min(1, Math.sqrt(hav)));
}

const radians = (degrees: number): number => (degrees * Math.PI) / 180;
