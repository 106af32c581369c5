import type { z } from 'zod';
import type { PaperFact } from '../domain/paper.js';
import type { KeptPaper } from '../keep-paper.js';
import type { paperOutput } from './papers.schema.js';

const factsJson = (facts: readonly PaperFact[]) => facts.map(([name, value]) => ({ name, value }));

/** A version of a paper, for programs. */
export function paperJson({ number, madeAt, since, marked }: KeptPaper): z.infer<typeof paperOutput> {
  return {
    number,
    madeAt: madeAt.toString(),
    since: since && { number: since.number, madeAt: since.madeAt.toString() },
    title: marked.title,
    about: factsJson(marked.about),
    aboutChanges: [...marked.aboutChanges],
    sections: marked.sections.map(({ key, title, note, entries }) => ({
      key,
      title,
      note: note ?? null,
      entries: entries.map((entry) => ({
        key: entry.key,
        time: entry.time,
        title: entry.title,
        facts: factsJson(entry.facts),
        text: entry.text,
        mark: entry.mark,
        why: entry.cancelled ?? null,
        changes: [...entry.changes],
      })),
    })),
  };
}
