import type { Temporal } from 'temporal-polyfill';

/** How far it has come that two of a team swap shifts. */
export const swapStatuses = [
  /** The other has not answered. */
  'asked',
  /** The other says yes; staff have not decided. */
  'agreed',
  /** They have swapped. */
  'done',
  'declined',
  /** By staff. */
  'refused',
  'withdrawn',
  /** Nobody decided it in time, or something else made it impossible. */
  'lapsed',
] as const;

export type SwapStatus = (typeof swapStatuses)[number];

export const swapStatusOf = (text: string): SwapStatus =>
  swapStatuses.find((each) => each === text) ?? 'lapsed';

/** Whether something may still come of it. */
export const isOpen = (status: SwapStatus): boolean => status === 'asked' || status === 'agreed';

/** What is done with a swap: `accept` and `decline` by the other, `withdraw` by the asker or staff, the others by staff or the clock. */
export const swapActs = ['accept', 'decline', 'withdraw', 'approve', 'refuse', 'lapse'] as const;

export type SwapAct = (typeof swapActs)[number];

/** What each leads to from where; where nothing is said, it cannot be done. */
const steps: Readonly<Record<SwapAct, Partial<Record<SwapStatus, SwapStatus>>>> = {
  accept: { asked: 'agreed' },
  // Whoever thinks better of it may, until it has happened.
  decline: { asked: 'declined', agreed: 'declined' },
  withdraw: { asked: 'withdrawn', agreed: 'withdrawn' },
  approve: { agreed: 'done' },
  refuse: { agreed: 'refused' },
  lapse: { asked: 'lapsed', agreed: 'lapsed' },
};

/** Where each was wanted to lead: done once more it changes nothing. */
const already: Readonly<Record<SwapAct, readonly SwapStatus[]>> = {
  accept: ['agreed', 'done'],
  decline: ['declined'],
  withdraw: ['withdrawn'],
  approve: ['done'],
  refuse: ['refused'],
  lapse: ['lapsed'],
};

/** What an act comes to: a status to go to, that it was done already, or that it cannot be done any more. */
export type SwapStep = { readonly to: SwapStatus } | 'already' | 'not-possible';

/** @param needsApproval whether staff decide of swaps: without, a swap happens as soon as the other accepts */
export function swapStep(status: SwapStatus, act: SwapAct, needsApproval: boolean): SwapStep {
  const to = steps[act][status];
  if (to === undefined) return already[act].includes(status) ? 'already' : 'not-possible';
  return { to: act === 'accept' && !needsApproval ? 'done' : to };
}

/** A shift that somebody gives, as they were told of it when the swap was asked for. */
export interface SwapPart {
  /** Of their part in the shift. */
  readonly assignmentId: string;
  readonly shiftId: string;
  readonly start: Temporal.Instant;
  readonly end: Temporal.Instant;
  readonly label: string;
}

/** What somebody asks another of the team. */
export interface SwapWish {
  /** Who asks, and what they give. */
  readonly askerId: string;
  readonly given: SwapPart;
  /** Who is asked, and what they give; `null`: they take it and give nothing. */
  readonly otherId: string;
  readonly taken: SwapPart | null;
}

/** A swap with what has become of it. */
export interface Swap extends SwapWish {
  readonly id: string;
  readonly exhibitionId: string;
  /** What the asker writes to the other; empty where nothing. */
  readonly note: string;
  readonly status: SwapStatus;
  readonly askedAt: Date;
  readonly answeredAt: Date | null;
  readonly endedAt: Date | null;
  /** Who of the staff ended it; `null`: nobody of them did. */
  readonly decidedName: string | null;
  /** What staff say of why they refused or withdrew it; empty where nothing. */
  readonly reason: string;
  /** Why it lapsed; `null`: it did not. */
  readonly lapsedWhy: LapseReason | null;
}

/** When the first of its shifts begins: from then on nothing comes of it. */
export const firstStart = ({ given, taken }: Pick<SwapWish, 'given' | 'taken'>): Temporal.Instant =>
  taken !== null && taken.start.epochMilliseconds < given.start.epochMilliseconds ? taken.start : given.start;

/** Why nothing comes of a swap: a shift begins, one of them has theirs no longer or at another time, or has left. */
export const lapseReasons = ['begun', 'gone', 'changed', 'left'] as const;

export type LapseReason = (typeof lapseReasons)[number];
