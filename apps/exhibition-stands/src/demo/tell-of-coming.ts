import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { homeZone } from '#checks';
import { Temporal } from 'temporal-polyfill';
import { TellExhibition } from '../exhibitions/tell-exhibition.js';
import type { Exhibition } from '../exhibitions/domain/exhibition.js';

/** Tells other apps of what is to come. The calendar's own demonstration has those of the past already. */
@Injectable()
export class TellOfComing extends TellExhibition {
  override async changed(
    manager: EntityManager,
    before: Exhibition,
    after: Exhibition,
    correlationId: string,
  ): Promise<void> {
    if (after.lastDay < Temporal.Now.plainDateISO(homeZone).toString()) return;
    await super.changed(manager, before, after, correlationId);
  }
}
