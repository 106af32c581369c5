import { accepted, checkText, refuse, type Checked } from '#checks';
import type { ExhibitionStatus } from './exhibition.js';

/** The longest reason, in characters. */
export const longestReason = 1000;

/** One way from a status to another. */
interface Move {
  readonly from: ExhibitionStatus;
  readonly to: ExhibitionStatus;
  /** Whether staff do it, or the clock. */
  readonly by: 'staff' | 'clock';
  /** What has to be given: all that a published exhibition says, or why. */
  readonly needs: 'readiness' | 'reason' | 'nothing';
}

/**
 * All that can become of an exhibition. Nothing goes back to a draft, for what was published has been read; that it is over is
 * what the day after its last one says. A draft is deleted instead.
 */
const moves: readonly Move[] = [
  { from: 'draft', to: 'published', by: 'staff', needs: 'readiness' },
  { from: 'published', to: 'cancelled', by: 'staff', needs: 'reason' },
  { from: 'published', to: 'over', by: 'clock', needs: 'nothing' },
];

/** Why there is no such move, by where it would begin or end. */
const reasons: readonly { readonly at: Partial<Pick<Move, 'from' | 'to'>>; readonly words: string }[] = [
  { at: { from: 'over' }, words: 'This exhibition is over, so it stays as it is.' },
  {
    at: { from: 'cancelled' },
    words: 'This exhibition was cancelled, and people were told so. Copy it to plan another.',
  },
  { at: { to: 'over' }, words: 'An exhibition is over by itself, the day after its last one.' },
  { at: { to: 'draft' }, words: 'An exhibition that was published cannot become a draft again. Cancel it.' },
  {
    at: { from: 'draft' },
    words: 'A draft is not known to anybody yet. Publish it first, or delete it.',
  },
];

/** Where staff can take it. */
export const movesFrom = (status: ExhibitionStatus): readonly ExhibitionStatus[] =>
  moves.filter(({ from, by }) => from === status && by === 'staff').map(({ to }) => to);

/** Whether nothing of it may be changed any more. */
export const isEnded = (status: ExhibitionStatus): boolean => status === 'over' || status === 'cancelled';

/** The statuses from which an exhibition is over once its last day is. */
export const endsByItself: readonly ExhibitionStatus[] = moves
  .filter(({ by, to }) => by === 'clock' && to === 'over')
  .map(({ from }) => from);

/** What a step of the staff to another status depends on. */
export interface Step {
  readonly from: ExhibitionStatus;
  readonly to: ExhibitionStatus;
  /** Everybody reads it; not looked at unless it is needed. */
  readonly reason: string;
  /** What has to be there before it can be published, in sentences. */
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
}: Step): Checked<{ readonly status: ExhibitionStatus; readonly statusReason: string | null }> {
  const move = moves.find((each) => each.from === from && each.to === to && each.by === 'staff');
  if (move === undefined) return refuse('status', 'move-not-allowed', whyNot(from, to));
  if (move.needs === 'readiness' && missing.length > 0) {
    return refuse('status', 'not-ready', `It cannot be published yet. ${missing.join(' ')}`);
  }
  if (move.needs !== 'reason') return accepted({ status: to, statusReason: null });
  const said = checkText(reason, 'reason', {
    longest: longestReason,
    missing: { code: 'reason-missing', message: 'Say why; everybody will read it.' },
    manyLines: true,
  });
  return said.ok ? accepted({ status: to, statusReason: said.value }) : said;
}

function whyNot(from: ExhibitionStatus, to: ExhibitionStatus): string {
  if (from === to) return `This exhibition is ${from === 'draft' ? 'a draft' : from} already.`;
  const found = reasons.find(({ at }) => (at.from ?? from) === from && (at.to ?? to) === to);
  return found?.words ?? 'This step cannot be taken.';
}
