import type { Mark } from '../../head-counts/domain/mark.js';

/** A mark that was made on this phone and has not reached us yet. */
export interface OwnMark extends Mark {
  readonly countId: string;
  /** ISO, by the phone's clock. */
  readonly madeAt: string;
}

/** After so long what could not be sent is erased with the visit's counts, in milliseconds. */
const keptFor = 40 * 24 * 60 * 60 * 1000;

/** What is kept on this phone of all counts below one address, through reloads and restarts, until it is sent. */
export class Outbox {
  private readonly key: string;
  /** Where the browser keeps nothing, for as long as the page is open. */
  private unkept: readonly OwnMark[] = [];
  /** Whether what is marked outlives the page. */
  isKept = true;

  constructor(base: string) {
    this.key = `head counts ${base}`;
  }

  /** Read anew each time: another tab may have added some, or sent them. */
  all(): readonly OwnMark[] {
    let kept: readonly OwnMark[] = [];
    try {
      kept = JSON.parse(localStorage.getItem(this.key) ?? '[]') as readonly OwnMark[];
    } catch {
      this.isKept = false;
    }
    const known = new Set(kept.map(({ id }) => id));
    return [...kept, ...this.unkept.filter(({ id }) => !known.has(id))].filter(
      ({ madeAt }) => Date.now() - Date.parse(madeAt) < keptFor,
    );
  }

  add(mark: OwnMark): void {
    this.write([...this.all(), mark]);
  }

  remove(ids: ReadonlySet<string>): void {
    this.write(this.all().filter(({ id }) => !ids.has(id)));
  }

  private write(marks: readonly OwnMark[]): void {
    try {
      if (marks.length === 0) localStorage.removeItem(this.key);
      else localStorage.setItem(this.key, JSON.stringify(marks));
      this.unkept = [];
      this.isKept = true;
    } catch {
      this.unkept = marks;
      this.isKept = false;
    }
  }
}
