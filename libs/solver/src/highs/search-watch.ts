import type { Highs, HighsCallbackMap } from 'highs';

/** How far a search has come. */
export interface SearchProgress {
  /** Cost of the best so far; null before there is one. */
  readonly objective: number | null;
  readonly bound: number | null;
  readonly seconds: number;
}

/** Why a search is ended before it has come to its end by itself. */
export type EndReason = 'cancelled' | 'memory';

/** What follows a search and may end it. */
export interface WatchOptions {
  /** Called about once a second, in the thread that solves. */
  readonly onProgress?: (progress: SearchProgress) => void;
  /** Asked often, in the thread that solves; a reason ends the search with the best so far. */
  readonly reasonToEnd?: () => EndReason | null;
}

/** The best that a search has found. */
export interface BestFound {
  readonly values: ArrayLike<number>;
  readonly objective: number;
}

const finite = (value: number | undefined): number | null =>
  value !== undefined && Math.abs(value) < 1e20 ? value : null;

/** Seconds from one report to the next. */
const reportEvery = 1;

/** Follows a search: says how far it is, keeps the best that it has found in case that it dies, and ends it. */
export class SearchWatch {
  #best: BestFound | null = null;
  #bound: number | null = null;
  #reason: EndReason | null = null;
  #reported = -Infinity;

  /** @param gap how near a bound is to what it proves the best */
  constructor(
    private readonly options: WatchOptions,
    private readonly gap: number,
  ) {}

  /** The best that was found, and what nothing costs less than; null before both are known. */
  get found(): { readonly best: BestFound; readonly bound: number } | null {
    return this.#best && this.#bound !== null ? { best: this.#best, bound: this.#bound } : null;
  }

  /** Why it was ended. */
  get reason(): EndReason | null {
    return this.#reason;
  }

  /** What HiGHS is to call. */
  callbacks(highs: Highs): HighsCallbackMap {
    const { mipInterrupt, mipImprovingSolution, simplexInterrupt } = highs.constants.callbackType;
    return {
      [mipImprovingSolution]: ({ data }) => {
        const { objective_function_value: objective, mip_solution: values, mip_dual_bound: bound } = data;
        if (objective !== undefined && values) this.#best = { objective, values };
        this.#keepBound(bound);
        return undefined;
      },
      // HiGHS's own reports come only while it prints them, too.
      [mipInterrupt]: (event) => {
        const { mip_primal_bound: objective, mip_dual_bound: bound, running_time: seconds = 0 } = event.data;
        this.#keepBound(bound);
        if (seconds >= this.#reported + reportEvery) {
          this.#reported = seconds;
          this.options.onProgress?.({ objective: finite(objective), bound: finite(bound), seconds });
        }
        if (this.#isToEnd()) event.interrupt();
        return undefined;
      },
      [simplexInterrupt]: (event) => {
        if (this.#isToEnd()) event.interrupt();
        return undefined;
      },
    };
  }

  #isToEnd(): boolean {
    this.#reason ??= this.options.reasonToEnd?.() ?? null;
    return this.#reason !== null;
  }

  /**
   * HiGHS completes the solution that it is given to begin with in a search of its own, whose bound says nothing of others:
   * it is as high as that solution, where a bound of all would have ended the search.
   */
  #keepBound(bound: number | undefined): void {
    const lowest = finite(bound);
    if (lowest !== null && this.#best && lowest < this.#best.objective - this.gap) this.#bound = lowest;
  }
}
