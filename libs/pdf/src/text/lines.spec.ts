import { facesFor } from '../fonts/faces.js';
import type { Text } from '../model.js';
import { linesOf } from './lines.js';

/** Lines of a text in which every character is one em wide. */
async function lines(text: Text, width: number) {
  const faces = await facesFor(typeof text === 'string' ? text : 'abc');
  return linesOf(text, width, false, { faces, measure: (drawn) => Array.from(drawn).length });
}

/** What is drawn, from the left to the right. */
const seen = (found: Awaited<ReturnType<typeof lines>>): readonly string[] =>
  found.map(({ pieces }) =>
    pieces
      .toSorted((a, b) => a.x - b.x)
      .map(({ drawn }) => drawn)
      .join('|'),
  );

describe('lines', () => {
  it('end after spaces, hyphens and strokes; the space stays, beyond the end', async () => {
    const found = await lines('one two-three/four five', 9);
    expect(found.map(({ pieces }) => pieces.map(({ text }) => text).join(''))).toEqual([
      'one two-',
      'three/',
      'four five',
    ]);
    const [first, second] = await lines('one two three', 7);
    expect(first?.pieces.map(({ drawn, x }) => [drawn, x])).toEqual([
      ['one two', 0],
      [' ', 7],
    ]);
    expect([first?.width, second?.width]).toEqual([7, 5]);
  });

  it('end beside any Chinese, Japanese or Korean character', async () => {
    const found = await lines('王小明はなこ', 4);
    expect(found.map(({ pieces }) => pieces.map(({ text }) => text).join(''))).toEqual(['王小明は', 'なこ']);
  });

  it('end at line breaks, an empty one included', async () => {
    expect(seen(await lines('a\r\n\nb', 10))).toEqual(['a', '', 'b']);
  });

  it('never part a letter from its marks', async () => {
    const found = await lines('ọ́'.repeat(3), 2);
    expect(found.map(({ pieces }) => pieces.map(({ text }) => text).join(''))).toEqual(['ọ́', 'ọ́', 'ọ́']);
  });

  it('show what runs right to left in its order, numbers in theirs, brackets turned', async () => {
    // The font turns round letters itself, so each stretch of them is in the order of speech here.
    expect(seen(await lines('Sam אב (גד) 12, x', 99))).toEqual(['Sam |12| (|גד|)|אב |, x']);
  });

  it('keep a word whose letters join in one font', async () => {
    // Vazirmatn has the first letter and the last, not the one between them.
    const [line] = await lines('بڢب', 99);
    expect(line?.pieces.map(({ text, face }) => [text, face.name])).toEqual([
      ['بڢب', 'noto-sans-arabic-arabic'],
    ]);
    const [other] = await lines('بپب', 99);
    expect(other?.pieces.map(({ text, face }) => [text, face.name])).toEqual([['بپب', 'vazirmatn-arabic']]);
  });

  it('keep strong parts and links apart', async () => {
    const [line] = await lines(
      ['a ', { text: 'b', href: 'https://example.org/' }, { text: 'c', strong: true }],
      99,
    );
    expect(line?.pieces.map(({ drawn, href, face }) => [drawn, href, face.bold])).toEqual([
      ['a ', null, false],
      ['b', 'https://example.org/', false],
      ['c', null, true],
    ]);
  });
});
