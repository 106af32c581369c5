/** How much one person may have searched. */
export interface Allowance {
  /** Within the last so many seconds … */
  readonly within: number;
  /** … as many seconds of search as this. */
  readonly seconds: number;
}

export const usualAllowance: Allowance = { within: 1200, seconds: 600 };

/** A search that somebody had. */
export interface HadSearch {
  /** How many seconds ago it began. */
  readonly ago: number;
  /** How many seconds it took. */
  readonly seconds: number;
}

/** After how many seconds somebody may search again; 0: now. */
export function waitAfter(had: readonly HadSearch[], allowance: Allowance = usualAllowance): number {
  const recent = had.filter(({ ago }) => ago < allowance.within).toSorted((a, b) => b.ago - a.ago);
  let used = recent.reduce((sum, { seconds }) => sum + seconds, 0);
  for (const { ago, seconds } of recent) {
    if (used < allowance.seconds) return 0;
    used -= seconds;
    // The oldest first: once enough of them are forgotten, there is time again.
    if (used < allowance.seconds) return Math.ceil(allowance.within - ago);
  }
  return 0;
}
