import { Injectable } from '@nestjs/common';
import { byItself, conflict, Transactions, type Actor } from '#platform';
import { notedActor } from '#people';
import type { EmergencyContact } from '../readiness/domain/told.js';
import { SensitiveDetails } from '../secrets/sensitive-details.js';
import type { Traveller } from '../travellers/domain/traveller.js';
import { OpenTraveller } from '../travellers/open-traveller.js';
import type { EntityManager } from 'typeorm';
import { AskCounts } from './ask-counts.js';
import { noSuchCount, type CountAsker, type HeadCount } from './counts.js';
import { ReadCounts } from './read-counts.js';

/** Whom to ring for somebody who is missing. */
export interface FoundContact {
  readonly count: HeadCount;
  readonly traveller: Traveller;
  /** `null`: they named nobody, or it is erased. */
  readonly contact: EmergencyContact | null;
}

/** Shows the emergency contact of somebody who is missing, and writes down who looked. */
@Injectable()
export class LookAtContact {
  constructor(
    private readonly transactions: Transactions,
    private readonly ask: AskCounts,
    private readonly open: OpenTraveller,
    private readonly counts: ReadCounts,
    private readonly details: SensitiveDetails,
  ) {}

  /** @throws Problem 404; 409 `not-missing` where nobody says that they are; `cannot-be-opened` */
  run(asker: CountAsker, thingId: string, travellerId: string, requestId: string): Promise<FoundContact> {
    return this.transactions.run(async (manager) => {
      const { visit } = await this.ask.forChange(asker, manager);
      const count = await this.counts.one(visit, thingId, manager);
      const traveller = count.expected.find(({ id }) => id === travellerId.toLowerCase());
      if (traveller === undefined) throw noSuchCount();
      const said = count.tally.people.get(traveller.id)?.standing ?? [];
      if (!said.some(({ kind }) => kind === 'missing')) {
        throw conflict('not-missing', 'Nobody says that they are missing, so this stays sealed.');
      }
      const subject = { kind: 'traveller' as const, id: traveller.id, visitId: visit.id };
      const by = await this.lookerOf(asker, requestId, manager);
      const why = `Missing at “${count.thing.title}”`;
      const found = await this.details.look(manager, by, subject, ['emergency-contact'], why);
      const text = found.get('emergency-contact');
      const contact = text === undefined ? null : (JSON.parse(text) as EmergencyContact);
      return { count, traveller, contact };
    });
  }

  /** Whoever leads the visit and is not known to the site is written down by their number, which goes with nobody's name. */
  private async lookerOf(asker: CountAsker, requestId: string, manager: EntityManager): Promise<Actor> {
    if ('actor' in asker) return notedActor(manager, asker.actor);
    const { name, number, personId } = (await this.open.read(asker, manager)).traveller;
    const shown =
      personId === null ? `Traveller ${number}, who leads the visit` : `${name}, who leads the visit`;
    return { identity: { ...byItself(shown), personId }, requestId };
  }
}
