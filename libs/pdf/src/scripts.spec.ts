import fc from 'fast-check';
import { renderPdf } from './render-pdf.js';
import { childrenOf, readPdf, textOf } from './testing/read-pdf.js';
import { paragraph, sample } from './testing/sample.js';
import { isolated } from './text/plain-text.js';

/** Texts of paragraphs as a reader finds them, and what is said in the structure instead of what is drawn. */
async function readBack(texts: readonly string[]) {
  const rendered = await renderPdf(sample(texts.map(paragraph)));
  const { pages, source } = await readPdf(rendered.bytes);
  const blocks = pages.flatMap(({ structure }) => childrenOf(structure).flatMap(childrenOf));
  const actual = [...source.matchAll(/\/ActualText \(((?:\\.|[^\\)])*)\)/gs)].map(([, text = '']) =>
    unescaped(text),
  );
  return { texts: blocks.map(textOf), actual, spelt: rendered.spelt, source };
}

const escapes: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' };

/** A text of the file's own, UTF-16 with a mark or ASCII. */
function unescaped(text: string): string {
  const bytes = Buffer.from(
    text.replaceAll(/\\(.)/gs, (_, character: string) => escapes[character] ?? character),
    'latin1',
  );
  return bytes[0] === 0xfe ? bytes.swap16().toString('utf16le').slice(1) : bytes.toString('latin1');
}

const bare = (text: string): string =>
  text.normalize('NFC').replaceAll(/[\s\p{Default_Ignorable_Code_Point}]/gu, '');

describe('names', () => {
  it.each([
    ['Welsh', 'Gwenllian Ŵyn-Ŷnys ẁỳ'],
    ['Irish, Gàidhlig', 'Siobhán Ní Dhomhnaill, Ṫ Ḃ'],
    ['Polish, Czech, Turkish', 'Łukasz Świętosławski, Jiří Dvořák, Gülşah İşçi'],
    ['Vietnamese', 'Nguyễn Thị Ánh Tuyết'],
    ['Yoruba, with marks of their own', 'Ọlọ́runfẹ́mi Adébáyọ̀'],
    ['Greek', 'Ελένη Παπαδοπούλου, Ἀριστοτέλης'],
    ['Russian, Ukrainian, Serbian', 'Щёголева Ольга, Їжакевич, Ћирић'],
    ['Chinese', '王小明 與歐陽菲菲'],
    ['Japanese', '髙橋はなこ・タロウ'],
    ['Korean', '김민준'],
    ['typewritten', '“Sam” O’Neill – 50% £5 €6 @ #1 & Co. … −£3'],
  ])('in %s come back as they were', async (_, name) => {
    const { texts, spelt, actual } = await readBack([name]);
    expect(texts.map(bare)).toEqual([bare(name)]);
    expect(spelt).toEqual([]);
    expect(actual).toEqual([]);
  });

  it.each([
    ['Arabic', 'محمد بن سلمان'],
    ['Urdu', 'پروین شاکر'],
    ['Hebrew', 'שלום עליכם'],
  ])('in %s stand from right to left and come back in the order of speech', async (_, name) => {
    const { texts, actual, spelt } = await readBack([name, `Sam ${isolated(name)} (Leeds)`]);
    // A reader turns letters that run right to left round by itself.
    expect(texts.map(bare)).toEqual([bare(name), bare(`Sam ${name} (Leeds)`)]);
    expect(actual).toEqual([name, name]);
    expect(spelt).toEqual([]);
  });

  it('in Devanagari, whose vowels stand elsewhere than they are spoken, say what they are', async () => {
    const { actual, spelt } = await readBack(['नरेन्द्र सिंह']);
    expect(actual).toEqual(['नरेन्द्र सिंह']);
    expect(spelt).toEqual([]);
  });

  it('in a script that there are no letters for are spelt by their numbers, and say what they are', async () => {
    const { texts, actual, spelt } = await readBack(['Both days: আনন্দ 😀']);
    expect(texts.map(bare)).toEqual(['Bothdays:[U+0986U+09A8U+09A8U+09CDU+09A6][U+1F600]']);
    expect(actual).toEqual(['আনন্দ', '😀']);
    expect(spelt).toEqual(['আ', 'ন', '্', 'দ', '😀']);
  });

  it('cannot turn round what stands beside them', async () => {
    const name = 'Sam \u202Eelpmaxe\u2069';
    const { texts } = await readBack([`${isolated(name)}, 20 places`]);
    expect(texts.map(bare)).toEqual(['Samelpmaxe,20places']);
  });

  it('may be broken: halves of characters, control characters, nothing at all', async () => {
    const { texts } = await readBack(['A\uD800B', 'C\u0000\u0007D\tE', '', '\u200B\u00AD', 'F\u2028G']);
    // Paragraphs without any text are not in the reader's tree.
    expect(texts.map(bare)).toEqual(['A\uFFFDB', 'CDE', 'FG']);
  });
});

/** Letters of scripts that run left to right without changing their shape. */
const letters = fc.oneof(
  ...(
    [
      [0x21, 0x7e],
      [0xa1, 0xac],
      [0xc0, 0x17f],
      [0x1ea0, 0x1ef9],
      [0x391, 0x3a1],
      [0x3b1, 0x3c9],
      [0x400, 0x45f],
      [0x4e00, 0x4e30],
      [0x3041, 0x3096],
      [0xac00, 0xac40],
    ] as const
  ).map(([min, max]) => fc.integer({ min, max }).map((codePoint) => String.fromCodePoint(codePoint))),
);

const words = fc
  .array(
    fc.array(letters, { minLength: 1, maxLength: 40 }).map((word) => word.join('')),
    { minLength: 1, maxLength: 12 },
  )
  .map((list) => list.join(' '));

const spelling = (character: string): string =>
  `[U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}]`;

/** As `bare`, with the characters that there are no letters for spelt, each by itself. */
const asShown = (text: string, spelt: readonly string[]): string =>
  Array.from(bare(text), (character) => (spelt.includes(character) ? spelling(character) : character)).join(
    '',
  );

describe('every letter of a script that changes its shape', () => {
  it.each([
    ['Arabic', 0x620, 0x6ff, 'ب'],
    ['Arabic for African languages', 0x750, 0x77f, 'ب'],
    ['Hebrew', 0x590, 0x5f4, 'ש'],
    ['Devanagari', 0x900, 0x97f, 'क'],
  ])('can be set beside another, and says what it is: %s', async (_, first, last, other) => {
    const letters = Array.from({ length: last - first + 1 }, (_each, index) =>
      String.fromCodePoint(first + index),
    );
    const words = letters
      .filter((letter) => /[\p{L}\p{M}]/u.test(letter))
      .map((letter) => `${other}${letter}${other}`);
    const { actual } = await readBack(words);
    expect(bare(actual.join(''))).toBe(bare(words.join('')));
  });
});

describe('a font', () => {
  it('forgets from file to file what a shape stood for first', async () => {
    // Both letters are a stroke with dots, and the stroke is the same.
    const [first, second] = [await readBack(['ڥ']), await readBack(['ڢ'])];
    expect([...first.texts, ...second.texts].map((text) => text.replaceAll(/\P{L}/gu, ''))).toEqual([
      'ڥ',
      'ڢ',
    ]);
  });
});

describe('any text', () => {
  it('comes back whole, whatever it is written in', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(words, { minLength: 1, maxLength: 6 }), async (texts) => {
        const { texts: read, spelt } = await readBack(texts);
        const shown = bare(read.join('')).replaceAll(/(?<=\[U\+[0-9A-F]{4,6})(?=U\+)/g, '][');
        expect(shown).toBe(asShown(texts.join(''), spelt));
      }),
      { numRuns: 20 },
    );
  });

  it('can be made into a file: any characters at all', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.string({ unit: 'binary', maxLength: 60 }), { maxLength: 5 }),
        async (texts) => {
          const { pages } = await readPdf((await renderPdf(sample(texts.map(paragraph)))).bytes);
          expect(pages.flatMap(({ untagged }) => untagged)).toEqual([]);
        },
      ),
      { numRuns: 20 },
    );
  });
});
