/** Shorter steps are not worth a line, in milliseconds. */
const worthTelling = 400;

/** A duration as people read it. */
export function seconds(since: number): string {
  return `${((performance.now() - since) / 1000).toFixed(1)} s`;
}

/** One line for whoever is watching. */
export function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

/**
 * Does a step, telling what it is when it takes a while, that it goes on, and how long it took.
 *
 * @param name what is being done: "Preparing the database"
 */
export async function step<Result>(name: string, work: () => Promise<Result>): Promise<Result> {
  const began = performance.now();
  let told = false;
  const first = setTimeout(() => {
    told = true;
    say(`${name} …`);
  }, worthTelling);
  const ticking = setInterval(() => say(`${name} … still at it (${seconds(began)})`), 10_000);
  try {
    const result = await work();
    if (told) say(`${name} … done in ${seconds(began)}`);
    return result;
  } finally {
    clearTimeout(first);
    clearInterval(ticking);
  }
}
