import { renderPdf, type Block, type PdfDocument, type Text } from '#pdf';
import type { PaperFact } from './domain/paper.js';
import type { MarkedEntry, MarkedSection } from './domain/paper-changes.js';
import { changeWords, markWords, versionWords } from './in-words.js';
import type { KeptPaper } from './keep-paper.js';

/** What a PDF says besides its paper. */
export interface PaperFrame {
  /** "Emilia-Romagna 2024" */
  readonly visit: string;
  /** Under all else, in smaller print: "Keep it with you." */
  readonly note?: Text;
}

/**
 * A version of a paper as a tagged PDF. What is new or different is marked by words. The same version always gives the same bytes,
 * as it says when it was made and not when it was taken out.
 */
export async function renderPaper(kept: KeptPaper, frame: PaperFrame): Promise<Buffer> {
  const { bytes } = await renderPdf(paperDocument(kept, frame));
  return bytes;
}

/** The same before it becomes a file. */
export function paperDocument(kept: KeptPaper, { visit, note }: PaperFrame): PdfDocument {
  const { paper, marked, number } = kept;
  return {
    title: paper.title,
    author: 'Co-operative Councils’ Innovation Network',
    language: 'en-GB',
    madeAt: kept.madeAt,
    runningTitle: `${paper.title}, ${visit}`,
    footer: `${visit}, version ${number}`,
    blocks: paperBlocks(kept, marked.sections, note),
  };
}

function paperBlocks(
  kept: KeptPaper,
  sections: readonly MarkedSection[],
  note: Text | undefined,
): readonly Block[] {
  const { paper, marked } = kept;
  return [
    { kind: 'heading', level: 1, text: paper.title },
    { kind: 'paragraph', text: versionWords(kept), tone: 'quiet' },
    ...(marked.aboutChanges.length === 0
      ? []
      : [
          {
            kind: 'paragraph',
            text: [{ text: 'Changed: ', strong: true }, marked.aboutChanges.map(changeWords).join('. ')],
          } as const,
        ]),
    ...factsOf(paper.about),
    ...sections.flatMap(sectionBlocks),
    ...(note === undefined ? [] : [{ kind: 'paragraph', text: note, tone: 'quiet' } as const]),
  ];
}

function sectionBlocks({ title, note, entries }: MarkedSection): readonly Block[] {
  return [
    { kind: 'heading', level: 2, text: title },
    ...(note === undefined ? [] : [{ kind: 'paragraph', text: note } as const]),
    ...entries.map((entry): Block => ({ kind: 'together', blocks: entryBlocks(entry) })),
  ];
}

function entryBlocks({ time, title, facts, text, mark, changes, cancelled }: MarkedEntry): readonly Block[] {
  const name = [time, title].filter((part) => part !== '').join(': ');
  const heading: readonly Block[] = name === '' ? [] : [{ kind: 'heading', level: 3, text: name }];
  const word = markWords[mark];
  const said: readonly Block[] =
    word === ''
      ? []
      : [
          {
            kind: 'paragraph',
            text: [
              { text: changes.length === 0 && !cancelled ? `${word}.` : `${word}: `, strong: true },
              cancelled ?? changes.map(changeWords).join('. '),
            ],
          },
        ];
  if (mark === 'cancelled' || mark === 'gone') return [...heading, ...said];
  return [
    ...heading,
    ...said,
    ...factsOf(facts),
    ...(text === '' ? [] : [{ kind: 'paragraph', text } as const]),
  ];
}

const factsOf = (facts: readonly PaperFact[]): readonly Block[] => {
  const given = facts.filter(([, value]) => value !== '');
  return given.length === 0
    ? []
    : [{ kind: 'facts', facts: given.map(([label, value]) => ({ label, value })) }];
};
