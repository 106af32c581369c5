/** What applications are scored by. */
export interface Criterion {
  readonly id: string;
  readonly weight: number;
}

/** Points for one criterion, 0 to {@link mostPoints}. */
export interface Points {
  readonly criterionId: string;
  readonly points: number;
}

/** The most that one criterion gets from one assessor. */
export const mostPoints = 5;

/**
 * The score of an application: the mean of what its assessors gave, as a fraction of whole numbers, so that two scores that
 * are the same are found to be the same.
 */
export interface Score {
  /** Of all assessors together: each criterion’s points times its weight. */
  readonly weighted: number;
  /** How many have scored it; at least 1. */
  readonly assessors: number;
}

/** The most that one assessor can give. */
export const mostWeighted = (criteria: readonly Criterion[]): number =>
  criteria.reduce((sum, { weight }) => sum + weight * mostPoints, 0);

/**
 * Adds up what the assessors gave.
 *
 * @param given of each assessor who scored it, points for every criterion
 * @returns `null` where nobody has scored it
 * @throws Error where an assessor left a criterion out
 */
export function scoreOf(criteria: readonly Criterion[], given: readonly (readonly Points[])[]): Score | null {
  if (given.length === 0) return null;
  let weighted = 0;
  for (const points of given) {
    const byCriterion = new Map(points.map((each) => [each.criterionId, each.points]));
    for (const { id, weight } of criteria) {
      const found = byCriterion.get(id);
      if (found === undefined) throw new Error('a score without points for each criterion');
      weighted += weight * found;
    }
  }
  return { weighted, assessors: given.length };
}

/** Below 0 where the first is higher, so that lists begin with the highest; 0 only where they are exactly the same. */
export const compareScores = (one: Score, other: Score): number =>
  other.weighted * one.assessors - one.weighted * other.assessors;

/** The mean in hundredths, rounded half up; for reading only, never to compare by. */
export const meanInHundredths = ({ weighted, assessors }: Score): number =>
  Math.floor((2 * weighted * 100 + assessors) / (2 * assessors));
