import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource, EntityManager } from 'typeorm';
import { instantOf } from '#platform';
import type { Exhibition } from '../exhibitions/domain/exhibition.js';
import { slotsOf, type SlotDay } from './domain/slots.js';

/** What the team of an exhibition is asked about: its hours, or its shifts once there are any. */
@Injectable()
export class AskedSlots {
  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  async of(
    { id, days, zone }: Pick<Exhibition, 'id' | 'days' | 'zone'>,
    manager: EntityManager = this.dataSource.manager,
  ): Promise<readonly SlotDay[]> {
    const shifts: { startsAt: Date; endsAt: Date }[] = await manager.query(
      'SELECT DISTINCT starts_at AS "startsAt", ends_at AS "endsAt" FROM shifts WHERE exhibition_id = $1',
      [id],
    );
    const spans = shifts.map(({ startsAt, endsAt }) => ({
      from: instantOf(startsAt),
      until: instantOf(endsAt),
    }));
    return slotsOf(days, zone, spans);
  }
}
