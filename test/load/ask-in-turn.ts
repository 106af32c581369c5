import autocannon from 'autocannon';

/** The same page, asked for in two ways. */
export interface Turns {
  readonly url: string;
  readonly one: Readonly<Record<string, string>>;
  readonly other: Readonly<Record<string, string>>;
  readonly connections: number;
  /** How many turns each has, of a second. */
  readonly turns: number;
}

/** How many requests were answered per second in each turn, in pairs of one right after the other. */
export interface Answered {
  readonly one: number[];
  readonly other: number[];
}

process.once('message', (message) => {
  const { url, one, other, connections, turns } = message as Turns;
  const turn = async (headers: Readonly<Record<string, string>>) => {
    const result = await autocannon({ url, headers: { ...headers }, connections, duration: 1 });
    const unexpected = result.errors + result.timeouts + result['4xx'] + result['5xx'];
    if (unexpected > 0) throw new Error(`${url}: ${unexpected} answers were not as expected`);
    return result.requests.total / result.duration;
  };
  const run = async () => {
    const answered: Answered = { one: [], other: [] };
    for (let index = -2; index < turns; index += 1) {
      // Whoever comes first may find the machine otherwise than who comes after, so they take turns in that too.
      const first = index % 2 === 0;
      const a = await turn(first ? one : other);
      const b = await turn(first ? other : one);
      // The first two warm everything up.
      if (index < 0) continue;
      answered.one.push(first ? a : b);
      answered.other.push(first ? b : a);
    }
    process.send?.(answered);
  };
  void run();
});
