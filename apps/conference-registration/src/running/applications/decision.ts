import { accepted, checkText, problemsOf, refuse } from '#checks';
import { unprocessable } from '#platform';

/** What can become of an application. */
export const decisions = ['accept', 'reserve', 'decline'] as const;
export type Decision = (typeof decisions)[number];

export const decisionWords: Readonly<Record<Decision, string>> = {
  accept: 'Accept',
  reserve: 'Put on the reserve',
  decline: 'Decline',
};

/** What staff decide about some applications. */
export interface Decided {
  readonly delegateIds: readonly string[];
  readonly decision: Decision;
  /** In words that whoever applied reads; empty: none, which only those who are accepted need not have. */
  readonly reason: string;
}

/** The same as it was typed. */
export interface TypedDecision {
  readonly delegateIds: readonly string[];
  readonly decision: string;
  readonly reason: string;
}

const longestReason = 1000;
const mostAtOnce = 200;

/** @throws Problem 422 with every field that needs attention */
export function checkDecision({ delegateIds, decision, reason }: TypedDecision): Decided {
  const known = decisions.find((each) => each === decision);
  const chosen =
    known === undefined ? refuse('decision', 'missing', 'Choose what you decide.') : accepted(known);
  const why =
    reason.trim() === '' && chosen.ok && chosen.value === 'accept'
      ? ({ ok: true, value: '' } as const)
      : checkText(reason, 'reason', {
          longest: longestReason,
          manyLines: true,
          missing: { code: 'missing', message: 'Say why: whoever applied is told in these words.' },
        });
  const ids = [...new Set(delegateIds)];
  const number =
    ids.length === 0
      ? [{ field: 'delegate', code: 'missing', message: 'Choose at least one application.' }]
      : ids.length > mostAtOnce
        ? [{ field: 'delegate', code: 'too-many', message: `Decide about ${mostAtOnce} at most at once.` }]
        : [];
  if (!chosen.ok || !why.ok || number.length > 0)
    throw unprocessable([...number, ...problemsOf(chosen, why)]);
  return { delegateIds: ids, decision: chosen.value, reason: why.value };
}
