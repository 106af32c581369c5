import { accepted, checkText, refuse, type Checked } from '#checks';
import type { VisitStatus } from './visit.js';

/** The longest reason, in characters. */
export const longestReason = 1000;

/** One way from a status to another. */
interface Move {
  readonly from: VisitStatus;
  readonly to: VisitStatus;
  /** Whether staff do it, or the clock. */
  readonly by: 'staff' | 'clock';
  /** What has to be there, or why it is done. */
  readonly needs: 'readiness' | 'reason' | 'nothing';
}

/**
 * All that can become of a visit. Nothing goes back to a draft, for what was announced has been read. Only what was confirmed is
 * over by itself: whether the others took place, somebody has to say. A draft is deleted instead.
 */
const moves: readonly Move[] = [
  { from: 'draft', to: 'announced', by: 'staff', needs: 'readiness' },
  { from: 'announced', to: 'confirmed', by: 'staff', needs: 'readiness' },
  { from: 'announced', to: 'cancelled', by: 'staff', needs: 'reason' },
  { from: 'confirmed', to: 'cancelled', by: 'staff', needs: 'reason' },
  { from: 'confirmed', to: 'over', by: 'clock', needs: 'nothing' },
];

/** Why there is no such move, by where it would begin or end. */
const reasons: readonly { readonly at: Partial<Pick<Move, 'from' | 'to'>>; readonly words: string }[] = [
  { at: { from: 'over' }, words: 'This visit is over, so it stays as it is.' },
  {
    at: { from: 'cancelled' },
    words: 'This visit was cancelled, and people were told so. Copy it to plan another.',
  },
  { at: { to: 'over' }, words: 'A confirmed visit is over by itself, the day after its last one.' },
  { at: { to: 'draft' }, words: 'A visit that was announced cannot become a draft again. Cancel it.' },
  { at: { to: 'announced' }, words: 'This visit is confirmed: people know that it takes place.' },
  {
    at: { from: 'draft' },
    words: 'A draft is not known to anybody yet. Announce it first, or delete it.',
  },
];

/** A status as sentences have it: "announced". */
const words: Readonly<Record<VisitStatus, string>> = {
  draft: 'a draft',
  announced: 'announced',
  confirmed: 'confirmed',
  over: 'over',
  cancelled: 'cancelled',
};

/** Where staff can take it. */
export const movesFrom = (status: VisitStatus): readonly VisitStatus[] =>
  moves.filter(({ from, by }) => from === status && by === 'staff').map(({ to }) => to);

/** Whether nothing of it may be changed any more. */
export const isEnded = (status: VisitStatus): boolean => status === 'over' || status === 'cancelled';

/** The statuses from which a visit is over once its last day is. */
export const endsByItself: readonly VisitStatus[] = moves
  .filter(({ by, to }) => by === 'clock' && to === 'over')
  .map(({ from }) => from);

/** What a step of the staff to another status depends on. */
export interface Step {
  readonly from: VisitStatus;
  readonly to: VisitStatus;
  /** Everybody reads it; not looked at unless it is needed. */
  readonly reason: string;
  /** What has to be there before it can be taken, in sentences. */
  readonly missing: readonly string[];
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
}: Step): Checked<{ readonly status: VisitStatus; readonly statusReason: string | null }> {
  const move = moves.find((each) => each.from === from && each.to === to && each.by === 'staff');
  if (move === undefined) return refuse('status', 'move-not-allowed', whyNot(from, to));
  if (move.needs === 'readiness' && missing.length > 0) {
    return refuse('status', 'not-ready', `It cannot be ${words[to]} yet. ${missing.join(' ')}`);
  }
  if (move.needs !== 'reason') return accepted({ status: to, statusReason: null });
  const said = checkText(reason, 'reason', {
    longest: longestReason,
    missing: { code: 'reason-missing', message: 'Say why; everybody will read it.' },
    manyLines: true,
  });
  return said.ok ? accepted({ status: to, statusReason: said.value }) : said;
}

function whyNot(from: VisitStatus, to: VisitStatus): string {
  if (from === to) return `This visit is ${words[from]} already.`;
  const found = reasons.find(({ at }) => (at.from ?? from) === from && (at.to ?? to) === to);
  return found?.words ?? 'This step cannot be taken.';
}
