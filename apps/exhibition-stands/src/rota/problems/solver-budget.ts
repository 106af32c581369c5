/** How much one person may have searched. */
export interface Allowance {
  /** Within the last so many seconds … */
  readonly within: number;
  /** … as many seconds of search as this. */
  readonly seconds: number;
}

export const usualAllowance: Allowance = { within: 1200, seconds: 600 };

interface Used {
  readonly at: number;
  readonly seconds: number;
}

/** Keeps one person from having the solver all the time. It counts in this process, where the solver is. */
export class SolverBudget {
  readonly #used = new Map<string, readonly Used[]>();

  constructor(
    private readonly allowance: Allowance = usualAllowance,
    /** The time in seconds, never going back. */
    private readonly now: () => number = () => performance.now() / 1000,
  ) {}

  /** @returns after how many seconds somebody may search again; 0: now */
  waitOf(person: string): number {
    const recent = this.#recent(person);
    let open = recent.reduce((sum, { seconds }) => sum + seconds, 0) - this.allowance.seconds;
    if (open < 0) return 0;
    for (const { at, seconds } of recent) {
      open -= seconds;
      if (open < 0) return Math.ceil(at + this.allowance.within - this.now());
    }
    return this.allowance.within;
  }

  use(person: string, seconds: number): void {
    for (const each of this.#used.keys()) if (this.#recent(each).length === 0) this.#used.delete(each);
    this.#used.set(person, [...this.#recent(person), { at: this.now(), seconds }]);
  }

  #recent(person: string): readonly Used[] {
    const oldest = this.now() - this.allowance.within;
    return (this.#used.get(person) ?? []).filter(({ at }) => at > oldest);
  }
}
