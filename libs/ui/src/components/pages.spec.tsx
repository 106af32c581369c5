import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { renderToString } from 'preact-render-to-string';
import { Pages } from './pages.js';

const GAP = '⋯';

/** The numbers and gaps as a reader sees them. */
function seen(current: number, total: number): readonly string[] {
  const html = renderToString(<Pages current={current} total={total} href={(page) => `?page=${page}`} />);
  return [...html.matchAll(/<li[^>]*>(?:<a[^>]*href="\?page=(\d+)"[^>]*>\1<\/a>|⋯)<\/li>/g)].map(
    ([, number]) => number ?? GAP,
  );
}

test.each([
  [1, 2, '1 2'],
  [1, 9, '1 2 ⋯ 9'],
  [3, 9, '1 2 3 4 ⋯ 9'],
  [4, 9, '1 2 3 4 5 ⋯ 9'],
  [5, 9, '1 ⋯ 4 5 6 ⋯ 9'],
  [9, 9, '1 ⋯ 8 9'],
  [2, 4, '1 2 3 4'],
])('page %i of %i', (current, total, expected) => {
  expect(seen(current, total).join(' ')).toBe(expected);
});

test('every page can be reached, the first and last at once, and a gap hides more than one page', () => {
  const pages = fc
    .integer({ min: 2, max: 500 })
    .chain((total) => fc.record({ total: fc.constant(total), current: fc.integer({ min: 1, max: total }) }));
  fc.assert(
    fc.property(pages, ({ current, total }) => {
      const items = seen(current, total);
      const numbers = items.filter((item) => item !== GAP).map(Number);
      expect(numbers).toEqual([...new Set(numbers)].toSorted((a, b) => a - b));
      expect(numbers).toEqual(expect.arrayContaining([1, current, total]));
      expect(items.length).toBeLessThanOrEqual(7);
      items.forEach((item, index) => {
        const [before, after] = [Number(items[index - 1]), Number(items[index + 1])];
        if (item === GAP) expect(after - before).toBeGreaterThan(2);
        else if (index > 0 && items[index - 1] !== GAP) expect(Number(item) - before).toBe(1);
      });
    }),
  );
});

test('links to the page before and after stand where there is one', () => {
  const rels = (current: number) =>
    [
      ...renderToString(<Pages current={current} total={3} href={(page) => `?page=${page}`} />).matchAll(
        /href="(\?page=\d)" rel="(\w+)"/g,
      ),
    ].map(([, href, rel]) => `${rel} ${href}`);
  expect(rels(1)).toEqual(['next ?page=2']);
  expect(rels(2)).toEqual(['prev ?page=1', 'next ?page=3']);
  expect(rels(3)).toEqual(['prev ?page=2']);
});

test('a single page has no pagination', () => {
  expect(renderToString(<Pages current={1} total={1} href={String} />)).toBe('');
  expect(renderToString(<Pages current={1} total={0} href={String} />)).toBe('');
});
