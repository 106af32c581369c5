import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource, EntityManager } from 'typeorm';
import { conflict, type Actor } from '#platform';
import { ChangePlan } from '../plans/change-plan.js';
import { mustNotBeOver } from '../visits/change-visit.js';
import type { Visit } from '../visits/domain/visit.js';
import { PublicationRow } from './publication.entities.js';
import { Publications } from './publications.js';
import type { Publishing } from './publishing.js';
import { ReadItinerary } from './read-itinerary.js';
import { TellTravellers } from './tell-travellers.js';

/** Publishes what is planned: travellers read it from then on, and those whose own days are different are told. */
@Injectable()
export class PublishItinerary {
  constructor(
    private readonly plan: ChangePlan,
    private readonly read: ReadItinerary,
    private readonly publications: Publications,
    private readonly tell: TellTravellers,
    @InjectDataSource() private readonly dataSource: DataSource,
  ) {}

  /** What publishing would do now. */
  async pending(visit: Visit, manager: EntityManager = this.dataSource.manager): Promise<Publishing> {
    return this.publications.pending(await this.read.of(visit, manager), manager);
  }

  /** The version that travellers read; `null` before the first. */
  last(visitId: string, manager: EntityManager = this.dataSource.manager): Promise<PublicationRow | null> {
    return this.publications.last(visitId, manager);
  }

  /** All versions, the latest first. */
  versions(visitId: string): Promise<PublicationRow[]> {
    return this.dataSource.manager.find(PublicationRow, { where: { visitId }, order: { number: 'DESC' } });
  }

  /**
   * @param seen the number that the person was shown, so that nobody publishes what somebody else published meanwhile
   * @throws Problem 404; 409 `edited-meanwhile`, `nothing-new`, `visit-ended`
   */
  run(actor: Actor, visitId: string, seen: number | null): Promise<Publishing> {
    return this.plan.run(actor, visitId, async ({ manager, visit, actor: noted }) => {
      mustNotBeOver(visit);
      const publishing = await this.pending(visit, manager);
      const { number, changes, told } = publishing;
      if (seen !== null && seen !== number) {
        throw conflict(
          'edited-meanwhile',
          'Somebody published this itinerary after you opened it. Look at it again.',
        );
      }
      if (changes.length === 0 && told.length === 0) {
        throw conflict('nothing-new', 'Nothing is different from what travellers read already.');
      }
      await this.publications.write(manager, visitId, noted, publishing);
      await this.tell.run(manager, visit, publishing, actor.requestId);
      const action = `Itinerary published: version ${number}`;
      return {
        result: publishing,
        change: { action, changes: [{ field: 'Travellers told', before: '', after: String(told.length) }] },
      };
    });
  }
}
