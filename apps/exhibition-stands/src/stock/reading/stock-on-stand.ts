import { Inject, Injectable } from '@nestjs/common';
import type { Exhibition } from '../../exhibitions/domain/exhibition.js';
import { CLOCK, type Clock } from '../../tokens.js';
import { forecastOf, isLow, type Forecast } from '../domain/forecast.js';
import { forecastWords } from '../in-words.js';
import type { StockItemRow } from '../stock-item.entity.js';
import { FindStock } from './find-stock.js';
import { ReadUse, type Use } from './read-use.js';

/** An item on the stand of an exhibition. */
export interface StandStock extends Omit<Use, 'itemId'> {
  readonly item: StockItemRow;
  readonly forecast: Forecast;
  /** "At this pace the packs last until Tuesday 12 noon." */
  readonly words: string;
  /** Whether so few remain in all places that more should be ordered. */
  readonly isLow: boolean;
}

/** What is on the stand of an exhibition, and how long it lasts at the pace of its open days so far. */
@Injectable()
export class StockOnStand {
  constructor(
    private readonly find: FindStock,
    private readonly uses: ReadUse,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async of({ id, zone, days }: Pick<Exhibition, 'id' | 'zone' | 'days'>): Promise<readonly StandStock[]> {
    const [items, levels, uses] = await Promise.all([
      this.find.items(),
      this.find.levels(),
      this.uses.of(id),
    ]);
    const now = this.clock();
    const open = days.filter(({ kind }) => kind === 'open');
    return uses.flatMap(({ itemId, ...use }) => {
      const item = items.find((each) => each.id === itemId);
      if (item === undefined) return [];
      const forecast = forecastOf(open, now, use.used, use.remains);
      const all = levels
        .filter((level) => level.itemId === itemId)
        .reduce((sum, { quantity }) => sum + quantity, 0);
      return [
        {
          item,
          ...use,
          forecast,
          words: forecastWords(forecast, item, zone),
          isLow: isLow(all, item.reorderLevel),
        },
      ];
    });
  }
}
