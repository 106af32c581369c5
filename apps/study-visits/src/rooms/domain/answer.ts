import type { RoomStay, RoomType } from './problem.js';

/**
 * Every hard rule by its name. `no-room`: nobody is without a room for a night they stay; `two-rooms`; `not-staying`: a room
 * for a night that they do not stay; `unknown`: no such traveller, night or kind of room; `too-many`: more rooms than there
 * are; `too-full`: more people than a room is for; `unstated`: sharing that not both stated; `wrong-beds`: a twin for a
 * double, the other way, or a room for more than sleep there; `not-accessible`; `pinned`: elsewhere than staff pinned them to; `key`: a room that is of two kinds at once.
 */
export const roomRules = [
  'no-room',
  'two-rooms',
  'not-staying',
  'unknown',
  'too-many',
  'too-full',
  'unstated',
  'wrong-beds',
  'not-accessible',
  'pinned',
  'key',
] as const;
export type RoomRule = (typeof roomRules)[number];

/** A hard rule that is broken: by whom, when and where, as far as the rule is about that. */
export interface RoomViolation {
  readonly rule: RoomRule;
  readonly travellers: readonly string[];
  readonly night: string | null;
  readonly offer: string | null;
  readonly key: string | null;
}

/** What rooms cost in parts, each weighted, in pence. */
export interface RoomCosts {
  readonly rooms: number;
  readonly wishes: number;
  readonly moves: number;
  readonly company: number;
}

/** What the checker finds. */
export interface RoomsScore {
  readonly violations: readonly RoomViolation[];
  readonly objective: number;
  readonly parts: RoomCosts;
}

/** Rooms that would have to be there besides, so that everybody has one. */
export interface MissingRooms {
  readonly night: string;
  readonly type: RoomType;
  readonly accessible: boolean;
  readonly rooms: number;
}

/** What the solver says. */
export interface RoomsAnswer {
  /** `proven`: nothing costs less; `within`: nothing costs less by more than `gap`; `infeasible`: see `missing`. */
  readonly status: 'proven' | 'within' | 'infeasible';
  /** Why the search ended; `memory`: it may have no more. */
  readonly ended: 'finished' | 'time' | 'memory' | 'cancelled';
  readonly stays: readonly RoomStay[];
  readonly objective: number;
  readonly parts: RoomCosts;
  /** Nothing costs less than this. */
  readonly bound: number;
  /** (objective − bound) / objective: 0 where it is proven. */
  readonly gap: number;
  readonly seconds: number;
  /** Of an infeasible problem: the fewest rooms that are missing, by night and kind. */
  readonly missing: readonly MissingRooms[];
}
