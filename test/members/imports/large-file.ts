const councils = 2000;

/** A letter for each digit, so that no name looks like another by a letter. */
const spelled = (number: number): string =>
  Array.from(String(number).padStart(5, '0'), (digit) => 'bcdfghklmp'[Number(digit)]?.repeat(2) ?? '').join(
    'a',
  );

/**
 * How many rows the file has: of them some stand a second time, written otherwise, some have something wrong with them, and
 * the others are good.
 */
export const inLargeFile = { rows: 10_000, doubled: 500, wrong: 40, good: 9_460 } as const;

/**
 * A file of 10,000 organisations: some twice, with other capitals, blanks at the ends and "and" for "&"; some with mistakes;
 * every third line in Windows-1252 if it has an accent.
 *
 * @param changed whether every organisation's notes are other ones than without
 */
export function largeFile(changed = false): Buffer {
  const { rows, doubled, wrong } = inLargeFile;
  const single = rows - doubled;
  const name = (index: number) => `Café ${spelled(index)} & Partners`;
  const lines = Array.from({ length: rows }, (_, index) => {
    if (index >= single) {
      return `${name(index - single)
        .toUpperCase()
        .replace('&', 'and')}  ,affiliate,company,,`;
    }
    const category = index < councils ? 'Full member' : 'associate';
    const isWrong = index >= doubled && index < doubled + wrong;
    const since = isWrong ? '31/02/2020' : '1/6/2019';
    return `${name(index)} ,${category},council,${since},${changed ? 'Changed' : 'New'}`;
  });
  const bytes = lines.map((line, index) => Buffer.from(`${line}\r\n`, index % 3 === 0 ? 'latin1' : 'utf8'));
  return Buffer.concat([Buffer.from('name,category,kind,since,notes\r\n'), ...bytes]);
}
