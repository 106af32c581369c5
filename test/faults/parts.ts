import { setTimeout as wait } from 'node:timers/promises';

/** Something of the system that can be killed. */
export interface Part {
  readonly name: string;
  /** Kills it, and all that is its own, with SIGKILL; resolves when it is gone. One that is down stays so. */
  kill(this: void): Promise<void>;
  /** Starts it again, on what it left behind; it need not be ready yet when this resolves. */
  revive(this: void): Promise<void>;
  /** Ends it for good. */
  stop(this: void): Promise<void>;
}

/** From when to when a part was not there, in milliseconds since 1970. */
export interface Outage {
  readonly part: string;
  readonly from: number;
  /** When it had been started again. */
  readonly until: number;
}

/** Counts what is done to the parts. */
export class Killing {
  readonly outages: Outage[] = [];
  readonly #parts: ReadonlyMap<string, Part>;
  readonly #tell: (line: string) => void;
  readonly #down = new Map<string, Promise<void>>();

  constructor(parts: ReadonlyMap<string, Part>, tell: (line: string) => void) {
    this.#parts = parts;
    this.#tell = tell;
  }

  /** Kills a part, and has it started again after a while; one that is down is left so. Resolves when it has been killed. */
  async strike(name: string, downFor: number): Promise<void> {
    const part = this.#parts.get(name);
    if (!part) throw new Error(`there is no part called ${name}`);
    if (this.#down.has(name)) return;
    const from = Date.now();
    const killed = part.kill();
    const back = killed.then(async () => {
      await wait(downFor);
      await part.revive();
      this.outages.push({ part: name, from, until: Date.now() });
      this.#down.delete(name);
    });
    // Told by `over`.
    back.catch(() => {});
    this.#down.set(name, back);
    await killed;
    this.#tell(`killed ${name}, for ${(downFor / 1000).toFixed(1)} s`);
  }

  /**
   * Resolves when all that was killed has been started again.
   *
   * @throws Error when something does not start any more
   */
  async over(): Promise<void> {
    await Promise.all(this.#down.values());
  }
}
