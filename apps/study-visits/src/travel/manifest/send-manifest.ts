import { Inject, Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import { conflict, dateOf, type Actor } from '#platform';
import { ChangePlan } from '../../plans/change-plan.js';
import { CLOCK, type Clock } from '../../tokens.js';
import { isSameManifest } from '../domain/manifest.js';
import { legName } from '../in-words.js';
import { legEditedMeanwhile, mustBePlanned, type SeenLeg } from '../keep-legs.js';
import { SentManifestRow } from '../leg.entity.js';
import { manifestNow, ReadManifest, type Manifest } from './read-manifest.js';

/** Notes that a manifest was sent as it is now, so that changes since can be told. */
@Injectable()
export class SendManifest {
  constructor(
    private readonly plan: ChangePlan,
    private readonly manifests: ReadManifest,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** One that was sent as it is already stays as it was. @throws Problem 404; 409 `edited-meanwhile`, `leg-cancelled`, `nobody-on-it` */
  run(actor: Actor, seen: SeenLeg): Promise<Manifest> {
    return this.plan.run(actor, seen.visitId, async ({ manager }) => {
      const before = await this.manifests.of(seen, manager);
      const { leg, sent } = before;
      if (seen.version !== null && leg.version !== seen.version) throw legEditedMeanwhile();
      mustBePlanned(leg);
      if (leg.places.length === 0) {
        throw conflict('nobody-on-it', 'Nobody is on this leg, so there is no manifest to send.');
      }
      if (sent !== null && isSameManifest(sent.changes)) return { result: before, change: null };
      const number = (sent?.number ?? 0) + 1;
      const { facts, places } = manifestNow(leg);
      await manager.insert(SentManifestRow, {
        id: uuidv7(),
        legId: leg.id,
        number,
        sentAt: dateOf(this.clock()),
        facts: { ...facts },
        places: [...places],
      });
      const result = await this.manifests.of(seen, manager);
      return { result, change: { action: `Manifest ${number} sent: “${legName(leg)}”`, changes: [] } };
    });
  }
}
