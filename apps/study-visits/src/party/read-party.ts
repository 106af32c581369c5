import { Injectable } from '@nestjs/common';
import type { Traveller } from '../travellers/domain/traveller.js';
import { OpenTraveller, type OpenedTraveller } from '../travellers/open-traveller.js';
import { noSuchTraveller, ReadTravellers } from '../travellers/read-travellers.js';
import { nameThose, type Named } from './domain/named.js';
import { ReadAgreed } from './read-agreed.js';

/** Who travels, as one of them may read it. */
export interface Party extends OpenedTraveller, Named<Traveller> {
  /** Whether the reader agreed to be named themselves. */
  readonly isNamed: boolean;
}

/** Reads who of a party agreed that the others know of them. */
@Injectable()
export class ReadParty {
  constructor(
    private readonly open: OpenTraveller,
    private readonly travellers: ReadTravellers,
    private readonly agreed: ReadAgreed,
  ) {}

  /** By the link of one who travels. @throws Problem 404, also for somebody who has withdrawn, and of a visit that was called off */
  async run(secret: string): Promise<Party> {
    const opened = await this.open.read({ secret });
    const { traveller, visit } = opened;
    if (traveller.status === 'withdrawn' || visit.status === 'cancelled') throw noSuchTraveller();
    const all = await this.travellers.confirmed(visit.id);
    const agreed = await this.agreed.of(
      all.map(({ id }) => id),
      'party',
    );
    return { ...opened, ...nameThose(all, agreed), isNamed: agreed.has(traveller.id) };
  }
}
