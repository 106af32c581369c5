import type { EntityManager } from 'typeorm';
import type { Actor } from '#platform';
import type { CalendarEvent } from '../../events/domain/event.js';
import type { EventsRepository } from '../../events/events.repository.js';
import { ensureSeries } from '../../events/series.js';
import type { Plan } from '../planning/plan-row.js';
import { nameEvents } from './name-events.js';

/** How many events are written between two reports of progress. */
const chunk = 100;

export interface WriteOptions {
  readonly actor: Actor;
  /** The domain in UIDs of events that have none yet. */
  readonly uidDomain: string;
  /** Told how many plans are done, now and then; what it throws ends the writing. */
  readonly onProgress?: (done: number) => Promise<void>;
}

/**
 * Carries plans out within the caller's transaction, each as one entry `imported` in its event's history.
 *
 * @returns the event of each plan, in their order; `null` where there is a problem
 */
export async function writePlans(
  manager: EntityManager,
  events: EventsRepository,
  plans: readonly Plan[],
  { actor, uidDomain, onProgress }: WriteOptions,
): Promise<readonly (CalendarEvent | null)[]> {
  const unnamed = plans.flatMap((plan) => (plan.outcome === 'new' ? [plan.event] : []));
  const named = await nameEvents(manager, unnamed, uidDomain);
  let next = 0;
  const written = plans.map((plan) => {
    if (plan.outcome === 'problem') return null;
    if (plan.outcome === 'new') return named[next++] ?? null;
    return plan.outcome === 'changed' ? plan.after : plan.event;
  });
  const series = written.flatMap((event) => event?.series ?? []);
  for (const slug of [...new Set(series)].sort()) await ensureSeries(manager, slug);
  for (let from = 0; from < plans.length; from += chunk) {
    const some = plans.slice(from, from + chunk);
    const added = some.flatMap((plan, index) =>
      plan.outcome === 'new' ? (written[from + index] ?? []) : [],
    );
    await events.addAll(manager, added, { actor, action: 'imported', changes: [] });
    const updates = some.flatMap((plan) =>
      plan.outcome === 'changed'
        ? [
            {
              before: plan.before,
              event: plan.after,
              revision: { actor, action: 'imported' as const, changes: plan.changes },
            },
          ]
        : [],
    );
    await events.updateAll(manager, updates);
    await onProgress?.(Math.min(from + chunk, plans.length));
  }
  return written;
}
