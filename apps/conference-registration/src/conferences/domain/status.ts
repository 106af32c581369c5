import { accepted, checkOptionalText, checkText, refuse, type Checked } from '#checks';
import type { ConferenceStatus } from './conference.js';
import type { Missing } from './missing.js';

/**
 * What may follow what, by staff. Nothing goes back to a draft, for what was published has been read; what was closed stays
 * so, as whoever missed it was told; that it is over is what the day after its last one says.
 */
const moves: Readonly<Record<ConferenceStatus, readonly ConferenceStatus[]>> = {
  draft: ['open'],
  open: ['paused', 'closed', 'cancelled'],
  paused: ['open', 'closed', 'cancelled'],
  closed: ['cancelled'],
  over: [],
  cancelled: [],
};

/** The longest reason, in characters. */
export const longestReason = 1000;

export const movesFrom = (status: ConferenceStatus): readonly ConferenceStatus[] => moves[status];

/** Whether everybody can read of a conference. */
export const isPublished = (status: ConferenceStatus): boolean => status !== 'draft';

/** Whether nothing of it may be changed any more. */
export const isEnded = (status: ConferenceStatus): boolean => status === 'over' || status === 'cancelled';

/** The statuses from which a conference is over once its last day is. */
export const endsByItself: readonly ConferenceStatus[] = ['open', 'paused', 'closed'];

/** What a step to another status depends on. */
export interface Step {
  readonly from: ConferenceStatus;
  readonly to: ConferenceStatus;
  /** Everybody reads it: required to cancel, welcome to pause, not looked at otherwise. */
  readonly reason: string;
  /** What has to be there before it can open. */
  readonly missing: readonly Missing[];
}

/**
 * The status that a step leads to, with its reason.
 *
 * @returns problems at `status` and `reason`
 */
export function takeStep({
  from,
  to,
  reason,
  missing,
}: Step): Checked<{ readonly status: ConferenceStatus; readonly statusReason: string | null }> {
  if (!moves[from].includes(to)) return refuse('status', 'move-not-allowed', whyNot(from, to));
  if (from === 'draft' && missing.length > 0) {
    const list = missing.map(({ message }) => message).join(' ');
    return refuse('status', 'not-ready', `It cannot open yet. ${list}`);
  }
  if (to === 'cancelled') {
    const said = checkText(reason, 'reason', {
      longest: longestReason,
      missing: { code: 'reason-missing', message: 'Say why; everybody will read it.' },
      manyLines: true,
    });
    return said.ok ? accepted({ status: to, statusReason: said.value }) : said;
  }
  if (to !== 'paused') return accepted({ status: to, statusReason: null });
  const said = checkOptionalText(reason, 'reason', { longest: longestReason, manyLines: true });
  return said.ok ? accepted({ status: to, statusReason: said.value }) : said;
}

const words: Readonly<Record<ConferenceStatus, string>> = {
  draft: 'a draft',
  open: 'open',
  paused: 'paused',
  closed: 'closed',
  over: 'over',
  cancelled: 'cancelled',
};

function whyNot(from: ConferenceStatus, to: ConferenceStatus): string {
  if (from === to) return `This conference is ${words[from]} already.`;
  if (from === 'over') return 'This conference is over, so it stays as it is.';
  if (from === 'cancelled')
    return 'This conference was cancelled, and people were told so. Copy it to plan another.';
  if (to === 'draft')
    return 'A conference that was published cannot become a draft again. Pause or cancel it.';
  if (from === 'draft') return 'A draft is not known to anybody yet. Open it first, or delete it.';
  if (to === 'over') return 'A conference is over by itself, the day after its last one.';
  return 'Booking was closed for good. Change a booking for somebody instead, or add one for them.';
}
