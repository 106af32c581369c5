import { Temporal } from 'temporal-polyfill';
import {
  accepted,
  checkChoice,
  checkOptionalText,
  checkText,
  problemsOf,
  refuse,
  refused,
  type Checked,
  type NumberRules,
} from '#checks';
import type { Visit } from '../../visits/domain/visit.js';
import { checkMoment, dayOf, type Moment, type MomentInput } from './clock.js';

export const legKinds = ['flight', 'train', 'coach', 'ferry', 'walk', 'other'] as const;

/** What one travels by. */
export type LegKind = (typeof legKinds)[number];

export const legWays = ['there', 'during', 'back'] as const;

/** Whether it takes people there, round, or home. */
export type LegWay = (typeof legWays)[number];

export type LegStatus = 'planned' | 'cancelled';

/** The days before the first one of a visit, and after its last, on which somebody may still travel with it. */
export const daysAround = 2;

export const numberRules = {
  seats: { what: 'how many seats there are', least: 1, most: 1000 },
  changeMinutes: { what: 'how long before it departs one has to be there', least: 0, most: 600 },
  borderMinutes: { what: 'how long it takes to be out after it arrives', least: 0, most: 600 },
  meetMinutes: { what: 'how long before it departs people meet', least: 0, most: 1440 },
} as const satisfies Record<string, NumberRules>;

/** Where on the map something is, in degrees. */
export interface Point {
  readonly lat: number;
  readonly lon: number;
}

/** A part of a journey, as staff plan it. */
export interface LegDetails {
  readonly kind: LegKind;
  readonly way: LegWay;
  /** "BA 540" */
  readonly title: string;
  readonly carrier: string | null;
  readonly fromName: string;
  readonly fromPoint: Point | null;
  readonly toName: string;
  readonly toPoint: Point | null;
  /** Each on the clock of its own zone. */
  readonly departs: Moment;
  readonly arrives: Moment;
  /** So long before it departs somebody has to have arrived: check-in, platform. */
  readonly changeMinutes: number;
  /** So long after it arrives somebody is free to go on: border queues, luggage. */
  readonly borderMinutes: number;
  readonly meetingPoint: string | null;
  /** Minutes before it departs; `null`: nobody said. */
  readonly meetMinutes: number | null;
  /** What may be brought. */
  readonly luggage: string | null;
  /** "49-seater, white" */
  readonly vehicle: string | null;
  /** `null`: nobody counts them. */
  readonly seats: number | null;
  /** For staff alone. */
  readonly note: string | null;
}

/** The same as a form or a program gives it. */
export interface LegInput {
  readonly kind: string;
  readonly way: string;
  readonly title: string;
  readonly carrier: string | null;
  readonly fromName: string;
  readonly fromPoint: Checked<Point | null>;
  readonly toName: string;
  readonly toPoint: Checked<Point | null>;
  readonly departs: MomentInput;
  readonly arrives: MomentInput;
  readonly changeMinutes: Checked<number>;
  readonly borderMinutes: Checked<number>;
  readonly meetingPoint: string | null;
  readonly meetMinutes: Checked<number | null>;
  readonly luggage: string | null;
  readonly vehicle: string | null;
  readonly seats: Checked<number | null>;
  readonly note: string | null;
}

/** @returns the leg, or all that is wrong with it, each at its field */
export function checkLeg(input: LegInput, visit: Pick<Visit, 'firstDay' | 'lastDay'>): Checked<LegDetails> {
  const kind = checkChoice<LegKind>(input.kind, legKinds, 'kind', 'Say what it is.');
  const way = checkChoice<LegWay>(input.way, legWays, 'way', 'Say where it takes people.');
  const title = text(input.title, 'title', 'Enter what it is called, such as BA 540.');
  const carrier = checkOptionalText(input.carrier, 'carrier', { longest: 200 });
  const fromName = text(input.fromName, 'fromName', 'Enter where it departs.');
  const toName = text(input.toName, 'toName', 'Enter where it arrives.');
  const span = checkSpan(input, visit);
  const meetingPoint = checkOptionalText(input.meetingPoint, 'meetingPoint', { longest: 300 });
  const luggage = checkOptionalText(input.luggage, 'luggage', { longest: 500, manyLines: true });
  const vehicle = checkOptionalText(input.vehicle, 'vehicle', { longest: 200 });
  const note = checkOptionalText(input.note, 'note', { longest: 2000, manyLines: true });
  const { fromPoint, toPoint, changeMinutes, borderMinutes, meetMinutes, seats } = input;
  if (
    !kind.ok ||
    !way.ok ||
    !title.ok ||
    !carrier.ok ||
    !fromName.ok ||
    !fromPoint.ok ||
    !toName.ok ||
    !toPoint.ok ||
    !span.ok ||
    !changeMinutes.ok ||
    !borderMinutes.ok ||
    !meetingPoint.ok ||
    !meetMinutes.ok ||
    !luggage.ok ||
    !vehicle.ok ||
    !seats.ok ||
    !note.ok
  ) {
    const places = problemsOf(title, carrier, fromName, fromPoint, toName, toPoint, span);
    const rest = problemsOf(
      changeMinutes,
      borderMinutes,
      meetingPoint,
      meetMinutes,
      luggage,
      vehicle,
      seats,
      note,
    );
    return refused(...problemsOf(kind, way), ...places, ...rest);
  }
  return accepted({
    kind: kind.value,
    way: way.value,
    title: title.value,
    carrier: carrier.value,
    fromName: fromName.value,
    fromPoint: fromPoint.value,
    toName: toName.value,
    toPoint: toPoint.value,
    ...span.value,
    changeMinutes: changeMinutes.value,
    borderMinutes: borderMinutes.value,
    meetingPoint: meetingPoint.value,
    meetMinutes: meetMinutes.value,
    luggage: luggage.value,
    vehicle: vehicle.value,
    seats: seats.value,
    note: note.value,
  });
}

const text = (given: string, field: string, message: string) =>
  checkText(given, field, { longest: 200, missing: { code: 'missing', message } });

function checkSpan(
  input: Pick<LegInput, 'departs' | 'arrives'>,
  visit: Pick<Visit, 'firstDay' | 'lastDay'>,
): Checked<Pick<LegDetails, 'departs' | 'arrives'>> {
  const departs = within(
    checkMoment(input.departs, 'departs', 'the day on which it departs'),
    'departs',
    visit,
  );
  const arrives = within(
    checkMoment(input.arrives, 'arrives', 'the day on which it arrives'),
    'arrives',
    visit,
  );
  if (!departs.ok || !arrives.ok) return refused(...problemsOf(departs, arrives));
  if (Temporal.Instant.compare(arrives.value.at, departs.value.at) <= 0) {
    return refuse(
      'arrives',
      'end-before-start',
      'It arrives before it departs. Check both times, and on whose clock they are.',
    );
  }
  return accepted({ departs: departs.value, arrives: arrives.value });
}

function within(
  moment: Checked<Moment>,
  field: string,
  visit: Pick<Visit, 'firstDay' | 'lastDay'>,
): Checked<Moment> {
  if (!moment.ok || !isOutside(moment.value, visit)) return moment;
  return refuse(
    field,
    'outside-the-visit',
    `This day is more than ${daysAround} days before the visit begins or after it ends. Check the day.`,
  );
}

/** Whether a moment is so far from the visit that nobody travels with it then. */
export function isOutside(
  moment: Moment,
  { firstDay, lastDay }: Pick<Visit, 'firstDay' | 'lastDay'>,
): boolean {
  const day = dayOf(moment);
  const earliest = Temporal.PlainDate.from(firstDay).subtract({ days: daysAround }).toString();
  const latest = Temporal.PlainDate.from(lastDay).add({ days: daysAround }).toString();
  return day < earliest || day > latest;
}

/** When people meet for it; `null`: nobody said. */
export const meetingOf = ({
  departs,
  meetMinutes,
}: Pick<LegDetails, 'departs' | 'meetMinutes'>): Moment | null =>
  meetMinutes === null ? null : { zone: departs.zone, at: departs.at.subtract({ minutes: meetMinutes }) };

/** How long it takes, whatever the clocks at both ends show. Whole minutes */
export const minutesOf = ({ departs, arrives }: Pick<LegDetails, 'departs' | 'arrives'>): number =>
  Math.round((arrives.at.epochMilliseconds - departs.at.epochMilliseconds) / 60_000);

/** "2 hours 15 minutes" @param minutes whole */
export function durationInWords(minutes: number): string {
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
  const some = (amount: number, what: string) => `${amount} ${what}${amount === 1 ? '' : 's'}`;
  if (hours === 0) return some(rest, 'minute');
  return rest === 0 ? some(hours, 'hour') : `${some(hours, 'hour')} ${some(rest, 'minute')}`;
}

/** A place on the map as people paste it: "43.3011, -2.9106"; `null` when blank. */
export function readPoint(text: string, field: string): Checked<Point | null> {
  if (text.trim() === '') return accepted(null);
  const [, lat, lon] =
    /^(-?\d{1,2}(?:\.\d{1,15})?)[\s,;]+(-?\d{1,3}(?:\.\d{1,15})?)$/.exec(text.trim()) ?? [];
  if (lat === undefined || lon === undefined) {
    return refuse(
      field,
      'point-unreadable',
      `“${text.trim()}” is no place on the map. Write latitude and longitude, like 43.3011, -2.9106.`,
    );
  }
  return checkPoint({ lat: Number(lat), lon: Number(lon) }, field);
}

/** A place that was read already. */
export function checkPoint(point: Point | null, field: string): Checked<Point | null> {
  if (point === null || (Math.abs(point.lat) <= 90 && Math.abs(point.lon) <= 180)) return accepted(point);
  return refuse(
    field,
    'point-unreadable',
    'Latitudes go from -90 to 90 and longitudes from -180 to 180. Check which is which.',
  );
}
