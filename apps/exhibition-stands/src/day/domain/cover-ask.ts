/** How far it has come that somebody is asked to step in. */
export const askStates = [
  /** Not written to yet. */
  'waiting',
  'asked',
  /** They did not answer in time; as long as nobody has the shift, they still may. */
  'lapsed',
  'declined',
  'accepted',
  /** Somebody else has it. */
  'filled',
  /** Staff stopped asking, or the shift is over. */
  'closed',
] as const;

export type AskState = (typeof askStates)[number];

export const askActs = ['ask', 'lapse', 'accept', 'decline', 'fill', 'close'] as const;

export type AskAct = (typeof askActs)[number];

/** What each leads to from where; where nothing is said, it cannot be done. */
const steps: Readonly<Record<AskAct, Partial<Record<AskState, AskState>>>> = {
  ask: { waiting: 'asked' },
  lapse: { asked: 'lapsed' },
  // Whoever thinks better of it may, while the place is free.
  accept: { asked: 'accepted', lapsed: 'accepted', declined: 'accepted', accepted: 'accepted' },
  decline: { asked: 'declined', lapsed: 'declined', declined: 'declined' },
  fill: { waiting: 'filled', asked: 'filled', lapsed: 'filled' },
  close: { waiting: 'closed', asked: 'closed', lapsed: 'closed' },
};

/** @returns `null`: it cannot be done from there */
export const askAfter = (state: AskState, act: AskAct): AskState | null => steps[act][state] ?? null;

export const askStateOf = (text: string): AskState => askStates.find((each) => each === text) ?? 'closed';

/** Somebody on the list of those who are asked. */
export interface Asked {
  readonly id: string;
  readonly state: AskState;
  /** From 1: whose turn it is first. */
  readonly rank: number;
  /** Milliseconds since 1970; `null`: not asked yet. */
  readonly until: number | null;
}

/** What is to be done about a list now. */
export interface Turn {
  /** Ids of those whose time to answer is over. */
  readonly lapsed: readonly string[];
  /** Id of whom to ask next; `null`: nobody is to be asked now. */
  readonly next: string | null;
}

/** Whose time is over, and who is next where one is asked after the other. @param now milliseconds since 1970 */
export function turnOf(mode: AskMode, asks: readonly Asked[], now: number): Turn {
  const lapsed = asks
    .filter(({ state, until }) => state === 'asked' && until !== null && until <= now)
    .map(({ id }) => id);
  const isAnybodyAsked = asks.some(({ id, state }) => state === 'asked' && !lapsed.includes(id));
  if (mode === 'all' || isAnybodyAsked) return { lapsed, next: null };
  const waiting = asks.filter(({ state }) => state === 'waiting').toSorted((a, b) => a.rank - b.rank);
  return { lapsed, next: waiting[0]?.id ?? null };
}

/** One after the other, or everybody at once. */
export const askModes = ['one-by-one', 'all'] as const;

export type AskMode = (typeof askModes)[number];

export const askModeOf = (text: string): AskMode => askModes.find((each) => each === text) ?? 'one-by-one';

/** Minutes that somebody may be given to answer. */
export const answerMinutes = [5, 10, 20, 30, 60, 120, 360, 720] as const;
