import type { Block, Table } from './model.js';
import { renderPdf } from './render-pdf.js';
import { childrenOf, readPdf, textOf, type ReadPdf, type TagNode } from './testing/read-pdf.js';
import { paragraph, sample } from './testing/sample.js';

const columns: Table['columns'] = [
  { header: 'Guest', align: 'start', namesRow: true },
  { header: 'Room', align: 'start' },
  { header: 'Price', align: 'end' },
];

const guests = (many: number): Block => ({
  kind: 'table',
  columns,
  rows: Array.from({ length: many }, (_, index) => [
    `Guest ${index + 1}`,
    'A room with a view of the sea '.repeat(1 + (index % 4)),
    `£${index}.00`,
  ]),
});

async function read(blocks: readonly Block[]): Promise<ReadPdf> {
  return readPdf((await renderPdf(sample(blocks))).bytes);
}

function withTag(node: TagNode, tag: string): readonly TagNode[] {
  return [...(node.tag === tag ? [node] : []), ...childrenOf(node).flatMap((child) => withTag(child, tag))];
}

const wordsOf = (text: string): string => text.replaceAll(/\s+/g, ' ').trim();

/** Rows of the tables of a page, by the text of their cells. */
const rowsOn = (pdf: ReadPdf, page: number): readonly (readonly string[])[] =>
  withTag(pdf.pages[page]?.structure ?? { tag: '', content: [] }, 'TR').map((row) =>
    childrenOf(row).map((cell) => wordsOf(textOf(cell))),
  );

const bottom = 841.89 - 66;

describe('over several pages', () => {
  it('a table of 200 rows has each of them whole on one page', async () => {
    const pdf = await read([guests(200)]);
    expect(pdf.pages.length).toBeGreaterThan(5);
    const rows = pdf.pages
      .flatMap((_, page) => rowsOn(pdf, page))
      .filter(([guest]) => guest !== 'Guest' && guest !== '');
    expect(rows).toHaveLength(200);
    for (const [index, row] of rows.entries()) {
      expect(row).toEqual([
        `Guest ${index + 1}`,
        wordsOf('A room with a view of the sea '.repeat(1 + (index % 4))),
        `£${index}.00`,
      ]);
    }
    expect(pdf.pages.flatMap(({ untagged }) => untagged)).toEqual([]);
  });

  it('a table repeats its header on each page for the eye, and has it once in the structure', async () => {
    const pdf = await read([guests(200)]);
    for (const [index, page] of pdf.pages.entries()) {
      const artifacts = page.artifacts.filter((text) => ['Guest', 'Room', 'Price'].includes(text));
      expect(artifacts).toEqual(index === 0 ? [] : ['Guest', 'Room', 'Price']);
    }
    const headers = pdf.source.match(/\/Scope \/Column/g) ?? [];
    expect(headers).toHaveLength(3);
  });

  it('nothing stands outside the page or in its margins', async () => {
    const pdf = await read([
      guests(60),
      paragraph('Word '.repeat(900)),
      paragraph('W'.repeat(500)),
      { kind: 'table', columns, rows: [['W'.repeat(500), '王'.repeat(500), `£${'1'.repeat(100)}.00`]] },
      { kind: 'facts', facts: [{ label: 'L'.repeat(200), value: 'V'.repeat(500) }] },
    ]);
    for (const { places } of pdf.pages) {
      for (const { text, x, y, width } of places) {
        if (text === '' || text.startsWith('Page ') || text === 'Example Council') continue;
        expect(x).toBeGreaterThanOrEqual(53.9);
        expect(x + width).toBeLessThanOrEqual(595.28 - 54 + 0.2);
        expect(y).toBeLessThanOrEqual(bottom);
      }
    }
  });

  it('a word of 500 letters is broken, none of it is lost', async () => {
    const word = Array.from({ length: 500 }, (_, index) => String.fromCodePoint(97 + (index % 26))).join('');
    const pdf = await read([paragraph(word), { kind: 'table', columns, rows: [[word, word, '£1.00']] }]);
    const texts = pdf.pages.flatMap(({ structure }) => [
      ...withTag(structure, 'P'),
      ...withTag(structure, 'TH'),
      ...withTag(structure, 'TD'),
    ]);
    expect(
      texts.map((node) => textOf(node).replaceAll(/\s/g, '')).filter((text) => text === word),
    ).toHaveLength(3);
  });

  it('a row that is higher than a page goes on on the next', async () => {
    const text = Array.from({ length: 900 }, (_, index) => `word${index}`).join(' ');
    const pdf = await read([
      {
        kind: 'table',
        columns,
        rows: [
          ['Sam', text, '£1.00'],
          ['Robin', 'short', '£2.00'],
        ],
      },
    ]);
    expect(pdf.pages.length).toBeGreaterThan(2);
    const cells = pdf.pages.flatMap((_, page) => rowsOn(pdf, page).map((row) => row[1] ?? ''));
    expect(wordsOf(cells.join(' '))).toBe(`Room ${text} short`);
  });

  it('a heading is never the last thing on a page', async () => {
    for (const lines of [43, 44, 45, 46, 47, 48]) {
      const pdf = await read([
        paragraph('line\n'.repeat(lines)),
        { kind: 'heading', level: 2, text: 'Next' },
        paragraph('one\ntwo\nthree'),
      ]);
      const page = pdf.pages.findIndex(({ structure }) => withTag(structure, 'H2').length > 0);
      expect(pdf.pages[page]?.text).toContain('one');
    }
  });

  it('sums stay with the last row that they are the sum of', async () => {
    for (const many of [10, 11, 12, 13, 14, 15, 16, 17]) {
      const pdf = await read([
        guests(many),
        {
          kind: 'totals',
          rows: Array.from({ length: 6 }, (_, n) => ({ label: `Sum ${n}`, amount: '£1.00' })),
        },
      ]);
      const page = pdf.pages.findIndex(({ text }) => text.includes('Sum 0'));
      expect(pdf.pages[page]?.text).toContain(`Guest ${many}`);
      expect(pdf.pages[page]?.text).toContain('Sum 5');
    }
  });

  it('two columns that are higher than a page stand one after the other', async () => {
    const pdf = await read([
      { kind: 'beside', left: [paragraph('left\n'.repeat(80))], right: [paragraph('right')] },
    ]);
    const texts = pdf.pages.map(({ structure }) => wordsOf(withTag(structure, 'P').map(textOf).join(' ')));
    expect(texts.join(' ').match(/left/g)).toHaveLength(80);
    expect(texts.at(-1)).toMatch(/right$/);
    const heights = (word: string) =>
      (pdf.pages.at(-1)?.places ?? []).filter(({ text }) => text === word).map(({ y }) => y);
    expect(Math.min(...heights('right'))).toBeGreaterThan(Math.max(...heights('left')));
  });

  it('amounts end at the same place', async () => {
    const { pages } = await read([
      {
        kind: 'table',
        columns,
        rows: [
          ['A', '', '£1.11'],
          ['B', '', '£888,888.88'],
          ['C', '', '−£1,000.00'],
        ],
      },
    ]);
    const ends = (pages[0]?.places ?? [])
      .filter(({ text }) => text.includes('£'))
      .map(({ x, width }) => Math.round(x + width));
    expect(new Set(ends).size).toBe(1);
    expect(ends).toHaveLength(3);
  });
});
