import { Injectable } from '@nestjs/common';
import type { Exhibition } from '../exhibitions/domain/exhibition.js';
import { StockOnStand, type StandStock } from '../stock/reading/stock-on-stand.js';
import { CoverRepository, type CoverRequest } from './cover.repository.js';
import { ReadStands, type StandState } from './read-stands.js';

/** The day on the stand. */
export interface Today extends StandState {
  readonly exhibition: Exhibition;
  readonly requests: readonly CoverRequest[];
  readonly stock: readonly StandStock[];
}

/** How many who dropped out are shown besides those whose place is free. */
const mostShown = 20;

/** Reads how it stands on a stand now. */
@Injectable()
export class ReadToday {
  constructor(
    private readonly stands: ReadStands,
    private readonly covers: CoverRepository,
    private readonly stock: StockOnStand,
  ) {}

  async of(exhibition: Exhibition): Promise<Today> {
    const [state, requests, stock] = await Promise.all([
      this.stands.one(exhibition),
      this.covers.of({ exhibitionId: exhibition.id }),
      this.stock.of(exhibition),
    ]);
    return {
      ...state,
      exhibition,
      requests,
      dropOuts: state.dropOuts.filter(({ isFree }, index) => isFree || index < mostShown),
      stock,
    };
  }
}
