import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource, EntityManager } from 'typeorm';
import { ruleFor, type EmergencyCall } from '../../destination-rules/domain/rule.js';
import { ReadRules } from '../../destination-rules/read-rules.js';
import { ReadOwnNights, type OwnNights } from '../../rooms/own-nights.js';
import type { Traveller } from '../../travellers/domain/traveller.js';
import { ReadTravellers } from '../../travellers/read-travellers.js';
import type { Visit } from '../../visits/domain/visit.js';
import { noEmergencyText, type EmergencyText } from '../domain/emergency-text.js';
import { EmergencyCardRow } from '../emergency-card.entity.js';

/** What the papers of some who travel with a visit have in common. */
export interface PartyFacts {
  readonly visit: Visit;
  /** By number. */
  readonly leaders: readonly Traveller[];
  /** By traveller’s id, in the order of the nights: of those whose papers they are. */
  readonly nights: ReadonlyMap<string, readonly OwnNights[]>;
  /** Whom one rings in the country; `null`: nobody has written it down yet. */
  readonly call: EmergencyCall | null;
  readonly text: EmergencyText;
}

/** Reads it, once for several of them. */
@Injectable()
export class ReadPartyFacts {
  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    private readonly travellers: ReadTravellers,
    private readonly nights: ReadOwnNights,
    private readonly rules: ReadRules,
  ) {}

  /** @param travellerIds whose papers they are */
  async of(
    visit: Visit,
    travellerIds: readonly string[],
    manager: EntityManager = this.dataSource.manager,
  ): Promise<PartyFacts> {
    const leaders = await this.travellers.leaders(visit.id, manager);
    const nights = await this.nights.of(visit.id, travellerIds, manager);
    const { rules, groups } = await this.rules.all(manager);
    const rule = ruleFor('emergency', rules, groups, {
      country: visit.country,
      nationality: null,
      entry: visit.firstDay,
    });
    return {
      visit,
      leaders,
      nights,
      call: rule?.data ?? null,
      text: (await manager.findOneBy(EmergencyCardRow, { visitId: visit.id })) ?? noEmergencyText,
    };
  }
}
