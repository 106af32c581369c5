import { Temporal } from 'temporal-polyfill';
import type { CurrentStatus } from '../../published/domain/rota-diff.js';

/** What is said of somebody in a shift on the day. */
export const presenceActs = ['check-in', 'no-show', 'undo'] as const;

export type PresenceAct = (typeof presenceActs)[number];

export const presenceActOf = (text: string): PresenceAct | null =>
  presenceActs.find((each) => each === text) ?? null;

/** How long before a shift people may say that they are there. */
export const opensBefore = Temporal.Duration.from({ minutes: 15 });

/** When something is said, seen from the shift. */
export type Moment = 'too-early' | 'before' | 'during' | 'after';

export interface Times {
  readonly start: Temporal.Instant;
  readonly end: Temporal.Instant;
}

const isBefore = (one: Temporal.Instant, other: Temporal.Instant) => Temporal.Instant.compare(one, other) < 0;

export function momentOf({ start, end }: Times, now: Temporal.Instant): Moment {
  if (isBefore(now, start.subtract(opensBefore))) return 'too-early';
  if (isBefore(now, start)) return 'before';
  return isBefore(now, end) ? 'during' : 'after';
}

/** What each leads to from where; where nothing is said, it cannot be done. */
const steps: Readonly<Record<PresenceAct, Partial<Record<CurrentStatus, CurrentStatus>>>> = {
  'check-in': { assigned: 'checked-in', 'checked-in': 'checked-in', 'no-show': 'checked-in' },
  'no-show': { assigned: 'no-show', 'no-show': 'no-show' },
  // What was pressed by mistake.
  undo: { 'checked-in': 'assigned', 'no-show': 'assigned' },
};

/** When each can be said. */
const when: Readonly<Record<PresenceAct, readonly Moment[]>> = {
  'check-in': ['before', 'during', 'after'],
  'no-show': ['during', 'after'],
  undo: ['before', 'during', 'after'],
};

/** @returns `null`: it cannot be said from there, or not at that moment */
export const presenceAfter = (
  status: CurrentStatus,
  act: PresenceAct,
  moment: Moment,
): CurrentStatus | null => (when[act].includes(moment) ? (steps[act][status] ?? null) : null);
