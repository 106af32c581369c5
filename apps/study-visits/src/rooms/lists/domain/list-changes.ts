import type { RoomingLine } from './rooming-line.js';

/** What became of a line since the list that was sent. */
export interface MarkedLine {
  readonly line: RoomingLine;
  /** `gone`: it was on the list and is not any more. */
  readonly mark: 'same' | 'new' | 'changed' | 'gone';
  /** Of a line that is changed: what it was. */
  readonly before: RoomingLine | null;
}

const compared = ['key', 'type', 'arrives', 'leaves', 'title', 'forename', 'surname', 'pax', 'note'] as const;

const isSame = (one: RoomingLine, other: RoomingLine): boolean =>
  compared.every((part) => one[part] === other[part]);

/**
 * Compares a list with the last that was sent: lines of one person that are the same on both, then those that begin on the
 * same day, then any others; whatever is left is new or gone.
 * @param sent `null`: none was sent, and nothing is marked
 */
export function markChanges(
  now: readonly RoomingLine[],
  sent: readonly RoomingLine[] | null,
): readonly MarkedLine[] {
  if (sent === null) return now.map((line) => ({ line, mark: 'same', before: null }));
  const left = new Set(sent);
  const matched = new Map<RoomingLine, RoomingLine>();
  const fits = [isSame, (one: RoomingLine, other: RoomingLine) => one.arrives === other.arrives, () => true];
  for (const fit of fits)
    for (const line of now) {
      if (matched.has(line)) continue;
      const before = [...left].find((each) => each.sleeperId === line.sleeperId && fit(line, each));
      if (!before) continue;
      matched.set(line, before);
      left.delete(before);
    }
  const marked = now.map((line): MarkedLine => {
    const before = matched.get(line) ?? null;
    if (before === null) return { line, mark: 'new', before };
    return isSame(line, before) ? { line, mark: 'same', before: null } : { line, mark: 'changed', before };
  });
  return [...marked, ...[...left].map((line) => ({ line, mark: 'gone', before: null }) as const)];
}
