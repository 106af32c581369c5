import type { FieldProblem } from '#checks';
import { isMember, type Category, type Organisation, type Status } from './organisation.js';

export interface Membership {
  readonly category: Category;
  readonly status: Status;
}

/** A change of category or status, for the numbers over time. */
export interface MembershipChange {
  /** `null`: it was not on record before. */
  readonly from: Membership | null;
  readonly to: Membership;
  /** The day it takes effect, an ISO date; `null`: not known, so before records began. */
  readonly on: string | null;
  readonly reason: string | null;
}

/** What became of a new record's organisation until today, as far as the record says. */
export function membershipSoFar(
  organisation: Pick<Organisation, 'category' | 'status' | 'joinedOn' | 'leftOn'>,
  today: string,
): readonly MembershipChange[] {
  const { category, status, joinedOn, leftOn } = organisation;
  const to = { category, status };
  const member = { category, status: 'member' } as const;
  const joined = { from: null, to: member, on: joinedOn, reason: null };
  if (status === 'member') return [joined];
  if (status === 'left') return [joined, { from: member, to, on: leftOn, reason: null }];
  if (isMember(status)) return [joined, { from: member, to, on: today, reason: null }];
  return [{ from: null, to, on: today, reason: null }];
}

/** That category or status are not what they were. */
export function membershipChange(
  before: Membership,
  after: Membership,
  on: string | null,
  reason: string | null,
): MembershipChange {
  return {
    from: { category: before.category, status: before.status },
    to: { category: after.category, status: after.status },
    on,
    reason,
  };
}

/**
 * Why an organisation cannot have joined on the day that its record is to say: it was a member before.
 *
 * @param leftBefore the day on which it left then, an ISO date
 */
export function joinedWithin(
  { joinedOn }: Pick<Organisation, 'joinedOn'>,
  leftBefore: string | undefined,
): FieldProblem | null {
  if (leftBefore === undefined || (joinedOn ?? '') >= leftBefore) return null;
  return {
    field: 'joinedOn',
    code: 'joined-before-left',
    message: `It was a member before, until ${leftBefore}, and joined again after that. Enter a later day.`,
  };
}
