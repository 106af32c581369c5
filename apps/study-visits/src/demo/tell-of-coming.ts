import { Injectable } from '@nestjs/common';
import { Temporal } from 'temporal-polyfill';
import type { EntityManager } from 'typeorm';
import { homeZone } from '#checks';
import { TellTravellers } from '../itinerary/tell-travellers.js';
import type { Traveller } from '../travellers/domain/traveller.js';
import { TellTraveller } from '../travellers/tell-traveller.js';
import type { Visit } from '../visits/domain/visit.js';
import { TellVisit } from '../visits/tell-visit.js';

const isPast = ({ lastDay }: Visit): boolean => lastDay < Temporal.Now.plainDateISO(homeZone).toString();

/** Tells other apps of what is to come. The calendar's own demonstration has the visits of the past already. */
@Injectable()
export class TellOfComing extends TellVisit {
  override async changed(
    manager: EntityManager,
    before: Visit,
    after: Visit,
    correlationId: string,
  ): Promise<void> {
    if (isPast(after)) return;
    await super.changed(manager, before, after, correlationId);
  }
}

/** The same of who travels. */
@Injectable()
export class TellOfTravellersToCome extends TellTraveller {
  override async now(
    manager: EntityManager,
    visit: Visit,
    traveller: Traveller,
    correlationId: string,
  ): Promise<void> {
    if (isPast(visit)) return;
    await super.now(manager, visit, traveller, correlationId);
  }
}

/** The same of what is planned for their days. */
@Injectable()
export class TellOfDaysToCome extends TellTravellers {
  override async run(...told: Parameters<TellTravellers['run']>): Promise<void> {
    if (isPast(told[1])) return;
    await super.run(...told);
  }
}
