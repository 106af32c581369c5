import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { renderToString } from 'preact-render-to-string';
import { AgesPlot, type DebtAge } from './ages-plot.js';
import { BarsPlot } from './bars-plot.js';
import { PlacesPlot, type PoolPlaces } from './places-plot.js';

const plot = { id: 'p', title: 'Places', description: 'A bar each.', caption: 'Places by pool' };

const places = (pools: readonly PoolPlaces[]) => renderToString(<PlacesPlot {...plot} pools={pools} />);

/** The drawing of each row, without the key above. */
const drawnRows = (html: string) =>
  html
    .split('cn-plot__text--row')
    .slice(1)
    .filter((_each, n) => n % 2 === 1);

function pieces(row: string) {
  return [...row.matchAll(/cn-plot__part--(\w+)"(.*?)<\/g>/g)].map(([, part, inside = '']) => {
    const [, x, width] = / x="([\d.]+)"[^>]* width="([\d.]+)"/.exec(inside) ?? [];
    return { part, x: Number(x), width: Number(width) };
  });
}

const cellsOf = (html: string) =>
  [...html.matchAll(/<tr[^>]*role="row">(.*?)<\/tr>/g)].map(([, row = '']) =>
    [...row.matchAll(/<t[hd][^>]*>(.*?)<\/t[hd]>/g)].map(([, text]) => text),
  );

describe('places by pool', () => {
  const pools = [
    { name: 'Whole conference', capacity: 300, taken: 182, held: 5, reserved: 25 },
    { name: 'Dinner', capacity: 120, taken: 124, held: 0, reserved: 1 },
    { name: 'Workshop', capacity: 25, taken: 25, held: 0, reserved: 0 },
  ];
  const html = places(pools);

  it('say what they show, in words and as a table', () => {
    expect(html).toContain('<title id="p-title">Places</title>');
    expect(html).toContain('<desc id="p-description">A bar each.</desc>');
    expect(html).toContain('212 of 300: 88 free');
    expect(html).toContain('125 of 120: 5 too many');
    expect(html).toContain('25 of 25: full');
    expect(cellsOf(html)).toEqual([
      ['Limit', 'Taken', 'Held', 'Reserved', 'Free', 'Capacity'],
      ['Whole conference', '182', '5', '25', '88', '300'],
      ['Dinner', '124', '0', '1', '5 too many', '120'],
      ['Workshop', '25', '0', '0', '0', '25'],
    ]);
  });

  it('are told apart by patterns, not by colours alone', () => {
    const [first = '', second = ''] = drawnRows(html);
    expect(pieces(first).map(({ part }) => part)).toEqual(['taken', 'held', 'reserved', 'free']);
    expect(pieces(second).map(({ part }) => part)).toEqual(['taken', 'reserved', 'over']);
    expect(first).toContain('url(#p-held)');
    expect(html).toContain('<pattern id="p-held"');
    expect(first).toContain('url(#p-reserved)');
    expect(html).toContain('<pattern id="p-reserved"');
    expect(html).not.toContain('style=');
  });

  it('have a key of what is drawn, and of nothing else', () => {
    const key = (some: readonly PoolPlaces[]) =>
      ['Taken', 'Held', 'Reserved', 'Free', 'Too many'].filter((words) =>
        places(some).includes(`>${words}</text>`),
      );
    expect(key(pools)).toEqual(['Taken', 'Held', 'Reserved', 'Free', 'Too many']);
    expect(key([{ name: 'Hall', capacity: 9, taken: 4, held: 0, reserved: 0 }])).toEqual(['Taken', 'Free']);
  });

  it('are drawn one after the other without gaps, as long as they are many, up to the limit', () => {
    const count = fc.nat(500);
    const pool = fc.record({
      name: fc.constant('a'),
      capacity: count,
      taken: count,
      held: count,
      reserved: count,
    });
    fc.assert(
      fc.property(fc.array(pool, { minLength: 1, maxLength: 4 }), (some) => {
        const most = Math.max(
          1,
          ...some.map((each) => Math.max(each.capacity, each.taken + each.held + each.reserved)),
        );
        for (const [index, row] of drawnRows(places(some)).entries()) {
          const { capacity = 0, taken = 0, held = 0, reserved = 0 } = some[index] ?? {};
          const drawn = pieces(row).filter(({ part }) => part !== 'over');
          const total = drawn.reduce((sum, { width }) => sum + width, 0);
          const [start, end] = [drawn[0]?.x ?? 40, drawn.at(-1)];
          expect(start).toBe(40);
          if (end) expect(end.x + end.width - start).toBeCloseTo(total, 0);
          const used = taken + held + reserved;
          // One scale for all: as long as the number says, of what the scale has.
          expect(total / (Math.max(used, capacity) || 1)).toBeLessThanOrEqual(641 / most);
          expect(row.includes('cn-plot__part--over')).toBe(used > capacity);
          const limit = Number(/cn-plot__limit" x1="([\d.]+)"/.exec(row)?.[1]);
          if (used <= capacity && end) expect(limit).toBeCloseTo(end.x + end.width, 0);
        }
        expect(places(some)).not.toContain('NaN');
      }),
    );
  });

  it('keep long names within the drawing, and whole in the table', () => {
    const name = 'Pool '.repeat(20).trim();
    const long = places([{ name, capacity: 1, taken: 0, held: 0, reserved: 0 }]);
    expect(long).toContain(`${name.slice(0, 51)}…</text>`);
    expect(cellsOf(long)[1]?.[0]).toBe(name);
  });
});

describe('the age of debts', () => {
  const ages: readonly DebtAge[] = [
    { name: 'Not yet due', pence: 1_234_550, invoices: 14, isOverdue: false },
    { name: '1 to 30 days overdue', pence: 117_000, invoices: 3, isOverdue: true },
    { name: 'More than 90 days overdue', pence: 0, invoices: 0, isOverdue: true },
  ];
  const html = renderToString(<AgesPlot {...plot} ages={ages} />);

  it('is told in pounds, with its sum', () => {
    expect(cellsOf(html)).toEqual([
      ['How old', 'Invoices', 'Amount'],
      ['Not yet due', '14', '£12,345.50'],
      ['1 to 30 days overdue', '3', '£1,170.00'],
      ['More than 90 days overdue', '0', '£0.00'],
      ['In all', '17', '£13,515.50'],
    ]);
    expect(html).toContain('>£10,000</text>');
  });

  it('is drawn to one scale, with what is overdue hatched', () => {
    const [first = '', second = '', third = ''] = drawnRows(html);
    const [due] = pieces(first);
    const [overdue] = pieces(second);
    expect(due?.part).toBe('due');
    expect((due?.width ?? 0) / (overdue?.width ?? 1)).toBeCloseTo(12_345.5 / 1170, 0);
    expect(second).toContain('fill="url(#p-overdue)"');
    expect(first).not.toContain('url(');
    expect(third).not.toContain('<rect');
  });

  it('of nothing at all is still a plot', () => {
    expect(renderToString(<AgesPlot {...plot} ages={[]} />)).toContain('£0.00');
    expect(renderToString(<PlacesPlot {...plot} pools={[]} />)).not.toContain('NaN');
  });
});

describe('bars', () => {
  const html = renderToString(
    <BarsPlot
      id="b"
      title="Hours"
      description="A bar each."
      bars={[
        { name: 'Oldham', value: 10, said: '10 hours' },
        { name: 'Plymouth', value: 2.5, said: '2 hours and 30 minutes' },
        { name: 'Nobody', value: 0, said: '0 hours' },
      ]}
      markInWords={(mark) => `${mark} h`}
    />,
  );

  it('are as long as their amounts, and nothing is drawn for none', () => {
    const widths = [...html.matchAll(/cn-plot__piece"[^>]* width="([\d.]+)"/g)].map(([, width]) =>
      Number(width),
    );
    expect(widths).toHaveLength(2);
    expect((widths[0] ?? 0) / (widths[1] ?? 1)).toBeCloseTo(4, 1);
  });

  it('say what they show in words', () => {
    for (const words of ['Oldham', '10 hours', '2 hours and 30 minutes', '10 h', 'A bar each.']) {
      expect(html).toContain(words);
    }
  });
});
