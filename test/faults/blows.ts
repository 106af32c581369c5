import { Chance } from './chance.ts';

/** One part is killed, and started again some time later. */
export interface Blow {
  /** In milliseconds from the beginning. */
  readonly at: number;
  readonly part: string;
  /** How long it stays down before it is started again, in milliseconds; how long that takes comes on top. */
  readonly downFor: number;
}

export interface Weights {
  /** How many of a round's blows fall on the part. */
  readonly [part: string]: number;
}

/** How often and for how long. */
export interface Rhythm {
  /** From one blow to the next on average, in milliseconds. */
  readonly every: number;
  /** How long a part stays down at most, in milliseconds. */
  readonly longestDown: number;
}

/** The shortest that a part stays down, in milliseconds. */
const shortestDown = 100;

/**
 * What is killed when, without end. Parts are dealt in rounds, each part as often as its weight says and in an order of
 * chance, so that none is spared for long; the times between are chance as well.
 */
export function* blows(seed: string, weights: Weights, rhythm: Rhythm): Generator<Blow, never> {
  const chance = new Chance(seed);
  const round = Object.entries(weights).flatMap(([part, weight]) => Array<string>(weight).fill(part));
  if (round.length === 0) throw new Error('there is nothing to kill');
  let at = 0;
  for (;;) {
    for (const part of chance.shuffled(round)) {
      at += chance.between(rhythm.every / 2, (rhythm.every * 3) / 2);
      yield { at, part, downFor: chance.between(shortestDown, rhythm.longestDown) };
    }
  }
}
