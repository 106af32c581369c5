import { describe, expect, it } from '@jest/globals';
import { renderToString } from 'preact-render-to-string';
import { Temporal } from 'temporal-polyfill';
import type { Forecast } from '../../stock/domain/forecast.js';
import { forecastWords } from '../../stock/in-words.js';
import type { StandStock } from '../../stock/reading/stock-on-stand.js';
import { StockLines, UncountedStockLines } from './stock-lines.js';

const zone = 'Europe/London';

function of(name: string, forecast: Forecast, about: Partial<StandStock> = {}): StandStock {
  const item = { id: name, name, unit: 'pack', units: 'packs', reorderLevel: null, note: '', version: 1 };
  return {
    item,
    forecast,
    used: 31,
    remains: 47,
    brought: 78,
    words: forecastWords(forecast, item, zone),
    isLow: false,
    ...about,
  };
}

const stock: readonly StandStock[] = [
  of('Packs', { kind: 'lasts', left: 29 }),
  of(
    'Pens',
    { kind: 'runs-out', at: Temporal.Instant.from('2027-09-28T11:00:00Z'), openDays: 1.5 },
    { isLow: true },
  ),
  of('Banners', { kind: 'unknown' }),
];

const textOf = (html: string) => html.replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ');

describe('stock on the stand', () => {
  it('is told to staff with how many there are, what is low first', () => {
    const text = textOf(renderToString(<StockLines stock={stock} />));
    expect(text).toMatch(/^ Pens : 47 here\..*Order more.*Packs : 47 here\..*29 left over.*Banners/);
  });

  it('is told to volunteers with how long it lasts, and by no number of what there is', () => {
    const text = textOf(renderToString(<UncountedStockLines stock={stock} />));
    expect(text).toMatch(/^ Pens : At this pace the packs last until Tuesday 12 noon\. +Order more/);
    expect(text).toContain('Packs : At this pace the packs last to the end.');
    expect(text).not.toMatch(/47|31|78|29/);
  });
});
