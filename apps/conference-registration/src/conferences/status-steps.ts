import { plural } from '#ui';
import type { ConferenceStatus } from './domain/conference.js';
import { movesFrom } from './domain/status.js';

/** A step to another status as its link and its page put it. */
export interface StepWords {
  readonly to: ConferenceStatus;
  /** What the link and the button do. */
  readonly verb: string;
  /** The page's heading, a question. */
  readonly question: string;
  /** What it means to people, in whole sentences. */
  readonly effects: readonly string[];
  /** Whether a reason is asked for. */
  readonly reason: 'required' | 'optional' | 'none';
}

/** What a step's words depend on. */
export interface StepFacts {
  readonly title: string;
  readonly status: ConferenceStatus;
  /** Confirmed. */
  readonly bookings: number;
  readonly delegates: number;
}

/** How a step reads; `null` where there is no such step. */
export function stepWords(facts: StepFacts, to: ConferenceStatus): StepWords | null {
  if (!movesFrom(facts.status).includes(to)) return null;
  if (to === 'open') return { to, ...(facts.status === 'paused' ? resume(facts) : open(facts)) };
  if (to === 'paused') return { to, ...pause(facts) };
  if (to === 'closed') return { to, ...close(facts) };
  return { to, ...cancel(facts) };
}

/** The steps that can be taken now. */
export const possibleSteps = (facts: StepFacts): readonly StepWords[] =>
  movesFrom(facts.status).flatMap((to) => stepWords(facts, to) ?? []);

type Words = Omit<StepWords, 'to'>;

const open = ({ title }: StepFacts): Words => ({
  verb: 'Open the conference',
  question: `Open “${title}”?`,
  effects: [
    'Everybody can read of it on its page, and it stands in the events calendar.',
    'People can book from the time at which booking begins; at once, if none is set.',
    'Its address stays as it is from now on, and it cannot become a draft again.',
  ],
  reason: 'none',
});

const resume = ({ title }: StepFacts): Words => ({
  verb: 'Take bookings again',
  question: `Take bookings for “${title}” again?`,
  effects: ['People can book again, and the reason for the pause goes from its page.'],
  reason: 'none',
});

const pause = ({ title }: StepFacts): Words => ({
  verb: 'Pause booking',
  question: `Pause booking for “${title}”?`,
  effects: [
    'Nobody can begin a booking until you take bookings again. Its page stays, and says so.',
    'Whoever has places on hold at this moment can still finish.',
    'Bookings that are confirmed stay as they are, and bookers can still change them.',
  ],
  reason: 'optional',
});

const close = ({ title }: StepFacts): Words => ({
  verb: 'Close booking',
  question: `Close booking for “${title}”?`,
  effects: [
    'Nobody can book any more, and this cannot be undone. If you may take bookings again, pause it instead.',
    'Bookings that are confirmed stay as they are.',
    'The conference itself takes place; it is over by itself after its last day.',
  ],
  reason: 'none',
});

const cancel = ({ title, bookings, delegates }: StepFacts): Words => ({
  verb: 'Cancel the conference',
  question: `Cancel “${title}”?`,
  effects: [
    'It does not take place. Its page and the events calendar say so, with your reason; this cannot be undone.',
    'Nobody can book any more.',
    bookings === 0
      ? 'There is no confirmed booking.'
      : `${plural(bookings, 'confirmed booking')} with ${plural(delegates, 'delegate')} ${bookings === 1 ? 'stays' : 'stay'} until you deal with them: nobody is written to or paid back by this alone. Cancel all bookings afterwards, so that bookers are told and credited.`,
  ],
  reason: 'required',
});
