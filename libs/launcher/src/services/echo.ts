/** At most so many lines of one service are shown in {@link window} milliseconds; its log has them all. */
const most = 10;
const window = 10_000;

const worth = /"level":"(warn|error|fatal)"/;

/** What Node writes around an error, and its hints: the error itself says enough. */
const frame = /^(\s|node:|file:|throw |\^|[{}]|Node\.js v|\(node:\d+\)|\(Use `node)/;

/** What a service's log line says to somebody who watches, or `null` when it is not worth their attention. */
export function wordsOf(line: string): string | null {
  if (!line.startsWith('{"')) return frame.test(line) ? null : line.trim() || null;
  if (!worth.test(line)) return null;
  try {
    const entry: { msg?: unknown; err?: { message?: unknown } } = JSON.parse(line);
    const words = [entry.msg, entry.err?.message].filter((part) => typeof part === 'string' && part !== '');
    const [first = ''] = [...new Set(words)].join(': ').split('\n');
    return first || line;
  } catch {
    return line;
  }
}

/** Shows warnings and errors among what a service writes, and remembers its last words. */
export class Echo {
  readonly #name: string;
  readonly #log: string;
  readonly #show: (line: string) => void;
  #rest = '';
  #last = '';
  #shown = 0;
  #since = 0;

  /**
   * @param log where all of it can be read
   * @param show is given each line to show
   */
  constructor(name: string, log: string, show: (line: string) => void) {
    this.#name = name;
    this.#log = log;
    this.#show = show;
  }

  hear(chunk: string): void {
    const lines = (this.#rest + chunk).split('\n');
    this.#rest = lines.pop() ?? '';
    for (const line of lines) {
      const words = wordsOf(line);
      if (words === null) continue;
      if (!this.#last.startsWith(`${this.#name} cannot start: `)) this.#last = words;
      this.#showSparingly(words);
    }
  }

  #showSparingly(words: string): void {
    const now = performance.now();
    if (now - this.#since > window) {
      this.#since = now;
      this.#shown = 0;
    }
    this.#shown += 1;
    if (this.#shown <= most) this.#show(`${this.#name}: ${words}`);
    else if (this.#shown === most + 1) this.#show(`${this.#name}: … more in ${this.#log}`);
  }

  /** Why it cannot start if it said so, else the last thing it said. */
  get lastWords(): string {
    return this.#last;
  }
}
