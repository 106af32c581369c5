import type { z } from 'zod';
import type { PaperFact } from '../domain/paper.js';
import type { KeptPaper } from '../keep-paper.js';
import type { EmergencyText } from '../domain/emergency-text.js';
import type { MakingRow } from '../making/making.entity.js';
import type { Issued, IssuedTo } from '../staff/read-issued.js';
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

const versionJson = (issued: Issued | null) =>
  issued && { number: issued.number, madeAt: issued.madeAt.toString() };

/** What a traveller has in writing. */
export const issuedJson = ({ traveller, papers }: IssuedTo) => ({
  travellerId: traveller.id,
  number: traveller.number,
  name: traveller.name,
  programme: versionJson(papers.traveller),
  emergencyCard: versionJson(papers['emergency-card']),
});

/** How far papers are that are made into files. */
export const makingJson = ({ id, status, askedAt, total, done, finishedAt, error }: MakingRow) => ({
  id,
  status,
  askedAt: askedAt.toISOString(),
  total,
  done,
  finishedAt: finishedAt?.toISOString() ?? null,
  error,
});

/** Versions that programs see begin with 1: before anybody has said anything, too. */
export const emergencyTextJson = ({ ifLost, more, version }: EmergencyText) => ({
  ifLost,
  more,
  version: version + 1,
});

/** The version that is meant by one that a program saw. */
export const meantVersion = (shown: number): number => shown - 1;
