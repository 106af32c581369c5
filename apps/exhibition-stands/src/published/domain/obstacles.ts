import { createHash } from 'node:crypto';
import type { RotaRule } from '../../rota/domain/answer.js';

/** Something that stands against publishing a rota: a hard rule that it breaks. */
export interface Obstacle {
  /** The same for the same fault, so that a reason given for it on one page is for it alone. */
  readonly key: string;
  readonly rule: RotaRule;
  /** Who breaks it; `null`: nobody by themselves. */
  readonly memberId: string | null;
  readonly shiftIds: readonly string[];
  /** ISO; `null`: it is about no day. */
  readonly day: string | null;
}

/** An obstacle over which the rota was published all the same. It names people by id alone. */
export interface Override extends Omit<Obstacle, 'key'> {
  readonly reason: string;
}

/** What the checker says, as far as it concerns us here. */
export interface Violation {
  readonly rule: RotaRule;
  readonly member: string | null;
  readonly shifts: readonly string[];
  readonly day: string | null;
}

/** The longest reason, in characters. */
export const longestReason = 500;

/** What stands against publishing, each once. What has begun is not published anew, so that nothing stands against it. */
export function obstaclesOf(violations: readonly Violation[]): readonly Obstacle[] {
  const found = violations
    .filter(({ rule }) => rule !== 'past')
    .map(({ rule, member, shifts, day }): Obstacle => {
      const shiftIds = shifts.toSorted();
      const about = { rule, memberId: member, shiftIds, day };
      return { key: keyOf(about), ...about };
    });
  return [...new Map(found.map((each) => [each.key, each])).values()];
}

/** What came of the reasons that staff gave. */
export interface Overridden {
  readonly overrides: readonly Override[];
  /** Those without a reason. */
  readonly left: readonly Obstacle[];
}

/** @param reasons by the obstacles' keys */
export function overridden(obstacles: readonly Obstacle[], reasons: ReadonlyMap<string, string>): Overridden {
  const reasonFor = ({ key }: Obstacle) => (reasons.get(key) ?? '').trim();
  return {
    overrides: obstacles
      .filter((each) => reasonFor(each) !== '')
      .map(({ key, ...each }) => ({ ...each, reason: (reasons.get(key) ?? '').trim() })),
    left: obstacles.filter((each) => reasonFor(each) === ''),
  };
}

const keyOf = (about: Omit<Obstacle, 'key'>): string =>
  createHash('sha256').update(JSON.stringify(about)).digest('base64url').slice(0, 16);
