import { dayKinds, type DayKind, type ExhibitionDay } from '../../exhibitions/domain/exhibition.js';
import { minutesOf, type Opening } from '../../exhibitions/domain/openings.js';

/** What happens between one shift and the next. */
export const handovers = ['none', 'overlap', 'gap'] as const;
export type Handover = (typeof handovers)[number];

/** How days of one kind are cut into shifts. */
export interface DayPattern {
  /** How long a shift is, with what it overlaps the next. */
  readonly slotMinutes: number;
  /** How many are needed in each. */
  readonly cover: number;
  /** How many of them have to be leads. */
  readonly leads: number;
  readonly handover: Handover;
  /** How long both are there, or nobody is; shorter than a shift, and 0 without one. */
  readonly handoverMinutes: number;
}

/** How an exhibition's days are cut into shifts; on days of a kind that is not named there are none. */
export type ShiftPattern = Readonly<Partial<Record<DayKind, DayPattern>>>;

/** A shift as a pattern makes it. */
export interface PatternShift extends Opening {
  readonly kind: DayKind;
  /** The day of the stand that it belongs to. */
  readonly day: string;
  readonly cover: number;
  readonly leads: number;
}

/**
 * Cuts a stretch of time: each shift is as long as stated, and the last ends with the stretch, so it may be longer or
 * shorter by up to half a step.
 */
export function cutIntoShifts(whole: Opening, pattern: DayPattern): readonly Opening[] {
  const { start, end } = whole;
  const { slotMinutes, handover, handoverMinutes } = pattern;
  const shared = handover === 'none' ? 0 : handover === 'overlap' ? handoverMinutes : -handoverMinutes;
  const step = slotMinutes - shared;
  const later = Math.max(0, Math.round((minutesOf(whole) - slotMinutes) / step));
  return Array.from({ length: later + 1 }, (_, index) => {
    const from = start.add({ minutes: index * step });
    return { start: from, end: index === later ? end : from.add({ minutes: slotMinutes }) };
  });
}

/** Every shift that a pattern makes of an exhibition's days, in the order of time. */
export function shiftsOfPattern(
  pattern: ShiftPattern,
  days: readonly ExhibitionDay[],
): readonly PatternShift[] {
  return dayKinds
    .flatMap((kind) => {
      const cut = pattern[kind];
      if (!cut) return [];
      return days
        .filter((day) => day.kind === kind)
        .flatMap((day) =>
          cutIntoShifts(day, cut).map((span) => ({
            ...span,
            kind,
            day: day.day,
            cover: cut.cover,
            leads: cut.leads,
          })),
        );
    })
    .toSorted((a, b) => a.start.epochMilliseconds - b.start.epochMilliseconds);
}
