import { Client, type QueryConfig } from 'pg';

/** A text is prepared once it has come so often: what is asked once, as by an import, is not worth keeping. */
const preparedFrom = 3;

/** So many different texts are remembered; those that come after them are parsed and planned each time. */
const mostTexts = 1000;

/** PostgreSQL's name is 63 bytes at most; this stays far below. */
const nameOf = (number: number) => `kept_${number}`;

/** Names statements that come again, the same for all connections of a process, so that each connection prepares one once. */
export class StatementNames {
  private readonly seen = new Map<string, { readonly name: string; times: number }>();

  /** @returns the name under which a text is prepared; `undefined`: it is not */
  of(text: string): string | undefined {
    const known = this.seen.get(text);
    if (known === undefined) {
      if (this.seen.size < mostTexts) this.seen.set(text, { name: nameOf(this.seen.size), times: 1 });
      return undefined;
    }
    known.times += 1;
    return known.times >= preparedFrom ? known.name : undefined;
  }
}

const names = new StatementNames();

/**
 * A connection on which PostgreSQL parses and plans a statement once, and not each time that it is run: with the many short
 * statements of a booking that is half of its work. The queries of TypeORM have no names, so that they are given some here.
 */
export class PreparingClient extends Client {
  // The driver has six ways to be called; all but that of a text with values are passed on as they are.
  override query(...args: unknown[]): never {
    const [text, values] = args;
    const run = super.query.bind(this) as (...all: unknown[]) => never;
    if (typeof text !== 'string' || !Array.isArray(values)) return run(...args);
    const name = names.of(text);
    if (name === undefined) return run(...args);
    return run({ name, text, values } satisfies QueryConfig, ...args.slice(2));
  }
}
