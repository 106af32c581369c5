import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { SensitiveDetails } from '../secrets/sensitive-details.js';

/** How many of those who eat together have said something of it. */
export interface Diets {
  readonly eating: number;
  /** Told of something that they need. */
  readonly told: number;
  /** Have not answered. */
  readonly open: number;
}

/** Counts what travellers told of what they eat. Only numbers leave here: whose they are staff look up, with a reason. */
@Injectable()
export class CountDiets {
  constructor(private readonly details: SensitiveDetails) {}

  /** @param meals ids of those who eat together, for each meal; the answers are in the same order */
  async of(manager: EntityManager, meals: readonly (readonly string[])[]): Promise<readonly Diets[]> {
    const ids = [...new Set(meals.flat())];
    if (ids.length === 0) return meals.map(() => ({ eating: 0, told: 0, open: 0 }));
    // Blank is an answer, too: they need nothing.
    const said = await this.details.readForRule(manager, 'traveller', ids, 'dietary');
    const held = await this.details.holds(manager, 'traveller', ids);
    return meals.map((eaters) => ({
      eating: eaters.length,
      told: eaters.filter((id) => (said.get(id) ?? '') !== '').length,
      open: eaters.filter((id) => held.get(id)?.has('dietary') !== true).length,
    }));
  }
}
