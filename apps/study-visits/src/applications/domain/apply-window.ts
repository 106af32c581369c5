import { Temporal } from 'temporal-polyfill';
import type { Visit } from '../../visits/domain/visit.js';

/**
 * Whether one may apply: `not-set` while nobody has said when, or while the visit is not announced or is off; `not-yet`,
 * `open`, `closed` by the clock.
 */
export type ApplyWindow = 'not-set' | 'not-yet' | 'open' | 'closed';

/**
 * The opening instant counts, the closing one does not: with "until 5pm", what reaches us at 16:59:59.999 is in time, and at
 * 17:00:00 too late.
 *
 * @param now when what was sent reached us
 */
export function applyWindow(
  {
    status,
    applicationsOpenAt,
    applicationsCloseAt,
  }: Pick<Visit, 'status' | 'applicationsOpenAt' | 'applicationsCloseAt'>,
  now: Temporal.Instant,
): ApplyWindow {
  const isOn = status === 'announced' || status === 'confirmed';
  if (status === 'over') return 'closed';
  if (!isOn || applicationsOpenAt === null || applicationsCloseAt === null) return 'not-set';
  if (Temporal.Instant.compare(now, applicationsOpenAt) < 0) return 'not-yet';
  return Temporal.Instant.compare(now, applicationsCloseAt) < 0 ? 'open' : 'closed';
}
