import { kilometresBetween } from './distance.js';
import { inOrder, type Point, type Stop } from './item.js';
import type { Part } from './own-day.js';

/** A place on a map, with when it is first come to. */
export interface MapPlace {
  readonly name: string;
  readonly address: string | null;
  readonly point: Point;
}

/** Places that lie together on the drawing, under one mark. */
export interface MapMark {
  /** From the left and from the top, in the drawing’s own units. */
  readonly x: number;
  readonly y: number;
  /** Of the list of places. */
  readonly places: readonly number[];
}

export interface DrawnMap {
  readonly width: number;
  readonly height: number;
  /** In the order in which they are first come to. */
  readonly marks: readonly MapMark[];
  /** The way from mark to mark, as indexes of the marks. */
  readonly way: readonly number[];
  /** How long a stretch of it is on the earth; `null` where all is at one place. */
  readonly scale: { readonly kilometres: number; readonly length: number } | null;
}

/** The drawing’s own units: as many as a phone has pixels, so that its text keeps its size there. */
const width = 320;
const margin = 32;
const shapes = { flattest: 0.5, highest: 1.2 } as const;

/** Marks nearer to each other than this would cover each other. */
const together = 30;

/** Places with coordinates, each once, in the order in which they are come to. */
export function placesOf(stops: readonly (Stop | null)[]): readonly MapPlace[] {
  const places = new Map<string, MapPlace>();
  for (const stop of stops) {
    const point = stop?.point ?? null;
    if (stop === null || point === null) continue;
    const { name, address } = stop;
    const key = keyOf({ name, point });
    if (!places.has(key)) places.set(key, { name, address, point });
  }
  return [...places.values()];
}

/** Something on the way, and whether one flies there. */
export interface MapPart extends Pick<Part, 'id' | 'start' | 'end' | 'stop' | 'to'> {
  readonly isByAir: boolean;
}

/** Where a visit goes. */
export interface VisitPlaces {
  /** What is drawn. */
  readonly places: readonly MapPlace[];
  /** Where one flies from or to and is at for nothing else: beside it, all others would lie on one spot. */
  readonly byAir: readonly MapPlace[];
}

/** Parts the places of a visit from those of its flights, both in the order in which they are come to. */
export function visitPlaces(parts: readonly MapPart[]): VisitPlaces {
  const stopsOf = (those: readonly MapPart[]) => inOrder(those).flatMap(({ stop, to }) => [stop, to]);
  const places = placesOf(stopsOf(parts.filter(({ isByAir }) => !isByAir)));
  const known = new Set(places.map(keyOf));
  const flown = placesOf(stopsOf(parts.filter(({ isByAir }) => isByAir)));
  return { places, byAir: flown.filter((place) => !known.has(keyOf(place))) };
}

const keyOf = ({ name, point }: Pick<MapPlace, 'name' | 'point'>): string =>
  `${name} ${point.lat} ${point.lon}`;

/**
 * Draws places as they lie to each other, the north above: degrees of longitude as long as they are in the middle of them, which
 * is right enough for a visit’s region. Every place is within the drawing, and no two marks cover each other.
 *
 * @returns `null` without a place
 */
export function drawMap(places: readonly MapPlace[]): DrawnMap | null {
  if (places.length === 0) return null;
  const lats = places.map(({ point }) => point.lat);
  const lons = places.map(({ point }) => point.lon);
  const [south, north, west, east] = [
    Math.min(...lats),
    Math.max(...lats),
    Math.min(...lons),
    Math.max(...lons),
  ];
  const narrowing = Math.max(Math.cos((((south + north) / 2) * Math.PI) / 180), 0.01);
  const [wide, high] = [(east - west) * narrowing, north - south];
  const room = width - 2 * margin;
  const ratio = Math.min(Math.max(high / Math.max(wide, Number.EPSILON), shapes.flattest), shapes.highest);
  const height = Math.round(room * ratio) + 2 * margin;
  const unit = Math.min(
    wide === 0 ? Infinity : room / wide,
    high === 0 ? Infinity : (height - 2 * margin) / high,
  );
  const at = ({ lat, lon }: Point) => {
    if (unit === Infinity) return { x: width / 2, y: height / 2 };
    return {
      x: round(width / 2 + (lon - (west + east) / 2) * narrowing * unit),
      y: round(height / 2 - (lat - (south + north) / 2) * unit),
    };
  };
  const marks = marksOf(places.map(({ point }) => at(point)));
  const markOf = (index: number) => marks.findIndex((mark) => mark.places.includes(index));
  const way = places.map((_, index) => markOf(index)).filter((mark, index, all) => mark !== all[index - 1]);
  return { width, height, marks, way, scale: unit === Infinity ? null : scaleOf(unit, (south + north) / 2) };
}

/** Each joins the first mark that it would cover; otherwise it is one of its own. */
function marksOf(points: readonly { readonly x: number; readonly y: number }[]): readonly MapMark[] {
  const marks: { x: number; y: number; places: number[] }[] = [];
  for (const [index, { x, y }] of points.entries()) {
    const near = marks.find((mark) => Math.hypot(mark.x - x, mark.y - y) < together);
    if (near === undefined) marks.push({ x, y, places: [index] });
    else near.places.push(index);
  }
  return marks;
}

/** A round number of kilometres that is about a quarter of the drawing long. */
function scaleOf(unit: number, lat: number): DrawnMap['scale'] {
  const perUnit = kilometresBetween({ lat, lon: 0 }, { lat: lat + 1, lon: 0 }) / unit;
  const wanted = (width / 4) * perUnit;
  const power = 10 ** Math.floor(Math.log10(wanted));
  const kilometres = ([5, 2, 1].find((step) => step * power <= wanted) ?? 1) * power;
  return { kilometres, length: round(kilometres / perUnit) };
}

const round = (number: number): number => Math.round(number * 10) / 10;
