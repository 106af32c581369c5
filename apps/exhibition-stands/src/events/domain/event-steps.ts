import { accepted, checkText, refuse, type Checked } from '#checks';
import type { BudgetStatus, EventStatus } from './stand-event.js';

interface Move {
  readonly from: EventStatus;
  readonly to: EventStatus;
  /** What has to be there first. */
  readonly needs: 'readiness' | 'reason';
}

/** All that can become of an event. A draft is deleted instead of called off, as nobody has heard of it. */
const moves: readonly Move[] = [
  { from: 'draft', to: 'published', needs: 'readiness' },
  { from: 'published', to: 'cancelled', needs: 'reason' },
];

export const movesFrom = (status: EventStatus): readonly EventStatus[] =>
  moves.filter(({ from }) => from === status).map(({ to }) => to);

/** What a step depends on. */
export interface EventStep {
  readonly from: EventStatus;
  readonly to: string;
  readonly reason: string;
  /** Why it cannot be published yet, in sentences. */
  readonly missing: readonly string[];
}

/** @returns problems at `to` and `reason` */
export function takeStep({
  from,
  to,
  reason,
  missing,
}: EventStep): Checked<{ readonly status: EventStatus; readonly statusReason: string | null }> {
  const move = moves.find((each) => each.from === from && each.to === to);
  if (move === undefined) return refuse('to', 'move-not-allowed', whyNot[from]);
  if (move.needs === 'readiness') {
    return missing.length === 0
      ? accepted({ status: move.to, statusReason: null })
      : refuse('to', 'not-ready', `It cannot be published yet. ${missing.join(' ')}`);
  }
  const said = checkText(reason, 'reason', {
    longest: 500,
    missing: { code: 'reason-missing', message: 'Say why; whoever is invited reads it.' },
    manyLines: true,
  });
  return said.ok ? accepted({ status: move.to, statusReason: said.value }) : said;
}

const whyNot: Readonly<Record<EventStatus, string>> = {
  draft: 'Nobody has heard of this event yet: publish it, or delete it.',
  published: 'This event is published. It can be called off, with a reason.',
  cancelled: 'This event is called off, and people were told so. Add another instead.',
};

/** What keeps an event from being published, in sentences. */
export function missingToPublish(
  { budgetStatus }: { readonly budgetStatus: BudgetStatus | null },
  exhibitionStatus: string,
): readonly string[] {
  return [
    ...(exhibitionStatus === 'published' ? [] : ['Publish the exhibition first.']),
    ...(budgetStatus === null || budgetStatus === 'approved'
      ? []
      : [budgetStatus === 'asked' ? 'Its budget is not approved yet.' : 'Its budget was refused.']),
  ];
}

/** @returns problems at `to` and `note` */
export function decideBudget({
  from,
  status,
  to,
  note,
}: {
  readonly from: BudgetStatus | null;
  /** The event's own. */
  readonly status: EventStatus;
  readonly to: string;
  readonly note: string;
}): Checked<{ readonly budgetStatus: BudgetStatus; readonly budgetNote: string | null }> {
  if (from === null) return refuse('to', 'no-budget', 'This event asks for no budget.');
  if (to !== 'approved' && to !== 'refused')
    return refuse('to', 'unknown-choice', 'Approve the budget, or refuse it.');
  if (status !== 'draft')
    return refuse('to', 'move-not-allowed', 'The event is published with the budget that it has.');
  if (to === from) return refuse('to', 'move-not-allowed', `The budget is ${to} already.`);
  if (to === 'approved') return accepted({ budgetStatus: to, budgetNote: null });
  const said = checkText(note, 'note', {
    longest: 500,
    missing: { code: 'reason-missing', message: 'Say why it is refused.' },
    manyLines: true,
  });
  return said.ok ? accepted({ budgetStatus: to, budgetNote: said.value }) : said;
}

/**
 * The state of a budget after the event was changed: more has to be asked for anew.
 *
 * @returns problems at `budgetPence`
 */
export function budgetAfter(
  before: {
    readonly budgetPence: number | null;
    readonly budgetStatus: BudgetStatus | null;
    readonly status: EventStatus;
  } | null,
  budgetPence: number | null,
): Checked<BudgetStatus | null> {
  if (budgetPence === null) return accepted(null);
  const isMore = budgetPence > (before?.budgetPence ?? 0);
  if (!isMore) return accepted(before?.budgetStatus ?? 'asked');
  return before?.status === 'published'
    ? refuse(
        'budgetPence',
        'more-than-approved',
        'The event is published, so its budget can only be lowered.',
      )
    : accepted('asked');
}
