import type { Chrome } from './chrome.js';
import { fetchChrome } from './fetch-chrome.js';

/** Times are milliseconds. */
export interface ChromeClientOptions {
  /** The shell's chrome, as the service reaches it: `http://127.0.0.1:3000/chrome`; `null` to use the fallback alone. */
  readonly url: string | null;
  /** Used until the shell has answered once. */
  readonly fallback: Chrome;
  /** For how long an answer is used without asking again (30,000). */
  readonly freshFor?: number;
  /** How long to leave the shell alone after it failed (5,000). */
  readonly retryAfter?: number;
  /** How long one answer may take in all (500). */
  readonly timeLimit?: number;
  /** Told once when the shell stops answering properly, not at each try. */
  readonly onFailure?: (reason: Error) => void;
  /** Told when it answers again. */
  readonly onRecovery?: () => void;
}

/**
 * The chrome as a service uses it: always there, never waited for. An answer is fresh for a while, then still used while
 * a new one is fetched behind it, and kept for as long as the shell cannot be reached.
 */
export class ChromeClient {
  readonly #options: Required<ChromeClientOptions>;
  #chrome: Chrome;
  #etag: string | null = null;
  #askAgainAt = 0;
  #asking: Promise<void> | null = null;
  #failing = false;

  constructor(options: ChromeClientOptions) {
    this.#options = {
      freshFor: 30_000,
      retryAfter: 5_000,
      timeLimit: 500,
      onFailure: () => undefined,
      onRecovery: () => undefined,
      ...options,
    };
    this.#chrome = options.fallback;
  }

  /** The chrome to use now. Costs a clock reading; asks the shell behind the caller's back when the copy is old. */
  current(): Chrome {
    if (this.#options.url !== null && this.#asking === null && performance.now() >= this.#askAgainAt)
      void this.refresh();
    return this.#chrome;
  }

  /**
   * Asks the shell now, or joins the asking that is under way: for a service's start, so that its first page already has
   * the shell's chrome. Never rejects; at the latest settled after the time limit.
   */
  refresh(): Promise<void> {
    if (this.#options.url === null) return Promise.resolve();
    this.#asking ??= this.#ask(this.#options.url).finally(() => {
      this.#asking = null;
    });
    return this.#asking;
  }

  async #ask(url: string): Promise<void> {
    try {
      const answer = await fetchChrome(url, this.#etag, this.#options.timeLimit);
      if (answer !== 'not modified') {
        this.#chrome = answer.chrome;
        this.#etag = answer.etag;
      }
      this.#askAgainAt = performance.now() + this.#options.freshFor;
      if (this.#failing) this.#options.onRecovery();
      this.#failing = false;
    } catch (error) {
      this.#askAgainAt = performance.now() + this.#options.retryAfter;
      if (!this.#failing) this.#options.onFailure(error instanceof Error ? error : new Error(String(error)));
      this.#failing = true;
    }
  }
}
