import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { documentPdf } from './document-pdf.js';
import { wordsOf } from './document-words.js';
import type { BillingDocument } from './billing-document.js';
import { creditNote, invoice, line, receipt } from './testing/sample-documents.js';

/** The text of each page, without spaces, which a reader puts where it sees them. */
async function pagesOf(bytes: Buffer): Promise<readonly string[]> {
  const task = getDocument({ data: new Uint8Array(bytes), verbosity: 0 });
  const pdf = await task.promise;
  const pages: string[] = [];
  for (let number = 1; number <= pdf.numPages; number += 1) {
    const { items } = await (await pdf.getPage(number)).getTextContent();
    pages.push(bare(items.map((item) => ('str' in item ? item.str : '')).join('')));
  }
  await task.destroy();
  return pages;
}

const bare = (text: string): string => text.normalize('NFC').replaceAll(/\s/g, '');

const names = [
  'Sam Example',
  'Gwenllian Ŵyn-Ŷnys Llŷr',
  '王小明',
  'Ольга Щёголева',
  'Maximiliana '.repeat(16),
  'W'.repeat(200),
];
const sixty = invoice(Array.from({ length: 60 }, (_, index) => line(`Both days: Delegate ${index + 1}`)));

const documents: Readonly<Record<string, BillingDocument>> = {
  'one line': invoice([line('Both days: Sam Example')]),
  'names of all kinds': invoice(names.map((name) => line(`Both days: ${name}`))),
  'sixty lines': sixty,
  'credit note': creditNote([line('Both days: Sam Example')]),
  receipt: receipt(),
};

describe('the PDF of a document', () => {
  it.each(Object.entries(documents))('holds every word of it: %s', async (_, document) => {
    const text = (await pagesOf(await documentPdf(document))).join('');
    const { title, from, to, facts, correction, table, totals, toPay } = wordsOf(document);
    const said = [
      title,
      from.value,
      to.value,
      ...facts.flatMap(({ label, value }) => [label, value]),
      correction ?? '',
      ...(table?.columns ?? []).map(({ header }) => header),
      ...totals.flatMap(({ label, amount }) => [label, amount]),
      toPay?.text ?? '',
      ...(toPay?.facts ?? []).flatMap(({ label, value }) => [label, value]),
    ];
    for (const words of said) expect(text).toContain(bare(words));
    // A row may go round the end of a page, where the header of the next comes between.
    for (const row of table?.rows ?? []) for (const cell of row) expect(text).toContain(bare(cell));
  });

  it('is made from the kept JSON at any time, byte for byte the same', async () => {
    const first = await documentPdf(sixty);
    await documentPdf(receipt());
    const kept = JSON.parse(JSON.stringify(sixty)) as BillingDocument;
    // As a jsonb column gives it back: its keys in another order.
    const turned = Object.fromEntries(Object.entries(kept).toReversed()) as BillingDocument;
    expect((await documentPdf(turned)).equals(first)).toBe(true);
  });

  it('tells the pages, and says on each which document it is', async () => {
    const pages = await pagesOf(await documentPdf(sixty));
    expect(pages.length).toBeGreaterThan(2);
    for (const [index, page] of pages.entries()) {
      expect(page).toContain(`Page${index + 1}of${pages.length}`);
      expect(page).toContain('VATinvoiceINV-00012');
    }
    expect(pages.at(-1)).toContain('Totaltopay');
    expect(pages.at(-1)).toContain('Delegate60');
  });

  it('explains characters that it cannot draw, and only then', async () => {
    const explained = 'inascriptthatthisfilehasnolettersfor';
    const [one = ''] = await pagesOf(await documentPdf(invoice([line('Both days: আনন্দ')])));
    expect(one).toContain('[U+0986U+09A8U+09A8U+09CDU+09A6]');
    expect(one).toContain(explained);
    const [other = ''] = await pagesOf(await documentPdf(invoice([line('Both days: Ananda')])));
    expect(other).not.toContain(explained);
  });
});
