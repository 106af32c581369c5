import { Temporal } from 'temporal-polyfill';
import { renderPdf, type Block, type PdfDocument } from '#pdf';
import type { BillingDocument } from './billing-document.js';
import { wordsOf, type AmountsTable, type DocumentWords, type Fact } from './document-words.js';

/** A name and address, with the first line strong. */
function partyBlocks({ label, value }: Fact): Block[] {
  const [name = '', ...rest] = value.split('\n');
  return [
    { kind: 'heading', level: 2, text: label },
    { kind: 'paragraph', text: [{ text: name, strong: true }, ...rest.map((line) => `\n${line}`)] },
  ];
}

function tableBlocks({ heading, columns, rows }: AmountsTable): Block[] {
  return [
    { kind: 'heading', level: 2, text: heading },
    {
      kind: 'table',
      columns: columns.map(({ header, isAmount }, index) => ({
        header,
        align: isAmount ? 'end' : 'start',
        namesRow: index === 0,
      })),
      rows,
    },
  ];
}

function toPayBlock({ heading, text, facts }: NonNullable<DocumentWords['toPay']>): Block {
  return {
    kind: 'together',
    blocks: [
      { kind: 'heading', level: 2, text: heading },
      { kind: 'paragraph', text },
      ...(facts.length === 0 ? [] : [{ kind: 'facts', facts } as const]),
    ],
  };
}

function pdfOf(document: BillingDocument, words: DocumentWords, notes: readonly string[]): PdfDocument {
  const { seller, issuedOn } = document;
  return {
    title: words.title,
    author: seller.name,
    language: 'en-GB',
    // Never the clock: the file is made anew each time that somebody asks for it, and has to be the same file.
    madeAt: Temporal.Instant.from(`${issuedOn}T00:00Z`),
    runningTitle: `${words.title} from ${seller.name}`,
    footer: words.title,
    blocks: [
      { kind: 'heading', level: 1, text: words.title },
      { kind: 'beside', left: partyBlocks(words.from), right: partyBlocks(words.to) },
      { kind: 'facts', facts: words.facts },
      ...(words.correction === null ? [] : [{ kind: 'paragraph', text: words.correction } as const]),
      ...(words.table === null ? [] : tableBlocks(words.table)),
      { kind: 'totals', rows: words.totals },
      ...(words.toPay === null ? [] : [toPayBlock(words.toPay)]),
      ...notes.map((text) => ({ kind: 'paragraph', text, tone: 'quiet' }) as const),
    ],
  };
}

const aboutSpelt =
  'Some characters here are in a script that this file has no letters for. In their place stand their Unicode numbers in square brackets, such as [U+0986]; they are read out and kept as they were given.';

/**
 * An issued document as a tagged PDF.
 *
 * @returns the same bytes each time, as long as the packages that make it are the same
 */
export async function documentPdf(document: BillingDocument): Promise<Buffer> {
  const words = wordsOf(document);
  const rendered = await renderPdf(pdfOf(document, words, words.notes));
  if (rendered.spelt.length === 0) return rendered.bytes;
  const explained = await renderPdf(pdfOf(document, words, [...words.notes, aboutSpelt]));
  return explained.bytes;
}
