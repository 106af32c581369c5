import { changesBetween, type FieldChange, type Words } from '#checks';
import type { Paper, PaperEntry, PaperFact, PaperSection } from './paper.js';

/** What became of an entry since the version before. `cancelled`: it stands there as not taking place; `gone`: it stands there no more. */
export type EntryMark = 'same' | 'new' | 'changed' | 'cancelled' | 'gone';

/** An entry with what became of it. */
export interface MarkedEntry extends PaperEntry {
  readonly mark: EntryMark;
  /** What is said differently, by the names that stand on the paper; none unless it is `changed`. */
  readonly changes: readonly FieldChange[];
}

export interface MarkedSection extends Omit<PaperSection, 'entries'> {
  readonly entries: readonly MarkedEntry[];
}

/** A paper beside the version before it. */
export interface MarkedPaper extends Omit<Paper, 'sections'> {
  readonly sections: readonly MarkedSection[];
  /** What is said differently of the whole. */
  readonly aboutChanges: readonly FieldChange[];
}

/**
 * Marks what is new, different or gone. All that the new version says stands in its order; entries that are gone come after those
 * of their section, and sections that are gone after all others.
 *
 * @param before `null`: there was none, and nothing is marked but what does not take place
 */
export function markPaper(before: Paper | null, after: Paper): MarkedPaper {
  if (before === null) {
    return { ...after, aboutChanges: [], sections: after.sections.map((section) => first(section)) };
  }
  const was = new Map(before.sections.map((section) => [section.key, section]));
  const is = new Set(after.sections.map(({ key }) => key));
  const gone = before.sections.filter(({ key, entries }) => !is.has(key) && entries.length > 0);
  return {
    ...after,
    aboutChanges: changesBetween(
      wordsOf([['Title', before.title], ...before.about]),
      wordsOf([['Title', after.title], ...after.about]),
    ),
    sections: [
      ...after.sections.map((section) => beside(was.get(section.key), section)),
      ...gone.map(({ key, title, entries }) => ({ key, title, entries: entries.map(isGone) })),
    ],
  };
}

/** Whether anything is said differently. A paper of which there was no version before is not. */
export const hasChanges = ({ aboutChanges, sections }: MarkedPaper): boolean =>
  aboutChanges.length > 0 ||
  sections.some(({ entries }) => entries.some(({ mark }) => mark !== 'same' && mark !== 'cancelled'));

const first = (section: PaperSection): MarkedSection => ({
  ...section,
  entries: section.entries.map((entry) => ({ ...entry, mark: stateOf(entry) ?? 'same', changes: [] })),
});

function beside(before: PaperSection | undefined, after: PaperSection): MarkedSection {
  const was = new Map(before?.entries.map((entry) => [entry.key, entry]));
  const is = new Set(after.entries.map(({ key }) => key));
  const marked = after.entries.map((entry): MarkedEntry => {
    const known = was.get(entry.key);
    const state = stateOf(entry);
    if (state !== null) return { ...entry, mark: state, changes: [] };
    if (known === undefined) return { ...entry, mark: 'new', changes: [] };
    const changes = changesBetween(entryWords(known), entryWords(entry));
    return { ...entry, mark: changes.length === 0 ? 'same' : 'changed', changes };
  });
  const gone = before?.entries.filter(({ key }) => !is.has(key)).map(isGone) ?? [];
  return { ...after, entries: [...marked, ...gone] };
}

const stateOf = ({ cancelled }: PaperEntry): 'cancelled' | null =>
  cancelled === undefined ? null : 'cancelled';

const isGone = (entry: PaperEntry): MarkedEntry => ({ ...entry, mark: 'gone', changes: [] });

const entryWords = ({ time, title, facts, text, cancelled }: PaperEntry): Words =>
  wordsOf([
    ['When', time],
    ['What', title],
    ...facts,
    ['About', text],
    ['Cancelled', cancelled === undefined ? '' : cancelled || 'Yes'],
  ]);

/** What stands under one name more than once counts as one text. */
function wordsOf(facts: readonly PaperFact[]): Words {
  const words = new Map<string, string>();
  for (const [name, value] of facts) {
    const before = words.get(name) ?? '';
    words.set(name, [before, value].filter((part) => part !== '').join('; '));
  }
  return Object.fromEntries(words);
}
