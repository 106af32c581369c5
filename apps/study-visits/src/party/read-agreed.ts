import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { In, type DataSource, type EntityManager } from 'typeorm';
import { TravellerConsentRow } from '../readiness/readiness.entity.js';

/** To whom somebody may agree to be named. */
export type NamedTo = 'hosts' | 'party';

/** Reads who agreed to be named. Whoever takes it back is named no longer from then on. */
@Injectable()
export class ReadAgreed {
  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  /** @returns ids of those of the travellers who said yes */
  async of(
    travellerIds: readonly string[],
    to: NamedTo,
    manager: EntityManager = this.dataSource.manager,
  ): Promise<ReadonlySet<string>> {
    const rows = await manager.find(TravellerConsentRow, {
      select: { travellerId: true },
      where: { travellerId: In([...travellerIds]), [to]: true },
    });
    return new Set(rows.map(({ travellerId }) => travellerId));
  }
}
