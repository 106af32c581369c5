import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import { notFound, type Problem } from '#platform';
import type { Exhibition } from '../../exhibitions/domain/exhibition.js';
import { OpenMember } from '../../team/open-member.js';
import type { TeamMemberRow } from '../../team/team-member.entity.js';
import { ItemsToCount } from '../counting/items-to-count.js';
import type { FindDoer } from '../recording/doer.js';
import { FindStock } from '../reading/find-stock.js';
import type { StockItemRow } from '../stock-item.entity.js';
import type { StockPlaceRow } from '../stock-place.entity.js';

/** A place of the stand with what may be in it. */
export interface OwnPlace {
  readonly place: StockPlaceRow;
  readonly items: readonly Pick<StockItemRow, 'id' | 'name' | 'units'>[];
}

/** The stand that a volunteer is on. */
export interface OwnStand {
  readonly member: Pick<TeamMemberRow, 'id' | 'name' | 'personId'>;
  readonly exhibition: Exhibition;
  readonly places: readonly OwnPlace[];
}

/** 404: the place is not at their stand, or there is none such; which of them is not theirs to know. */
export const notAtStand = (): Problem => notFound('There is no such place at your stand.');

/** What a volunteer may do with stock by their own link: on the stand that they are on, and nowhere else. */
@Injectable()
export class OwnStands {
  constructor(
    private readonly members: OpenMember,
    private readonly find: FindStock,
    private readonly toCount: ItemsToCount,
    @InjectDataSource() private readonly dataSource: DataSource,
  ) {}

  /** @throws Problem 404 for a link that leads to nobody, or to somebody who does not come */
  async read(secret: string): Promise<OwnStand> {
    const { row, exhibition } = await this.members.read({ secret }, this.dataSource.manager);
    if (row.status === 'declined') {
      throw notFound('You have said that you cannot come, so there is no stand of yours to count.');
    }
    const places = await this.find.placesOf(exhibition.id);
    return {
      member: row,
      exhibition,
      places: await Promise.all(
        places.map(async (place) => ({ place, items: await this.toCount.of(place.id, false) })),
      ),
    };
  }

  /** Who writes something down by their own link; the link has to hold still when it is written. */
  doer(secret: string): FindDoer {
    return async (manager) => {
      const { row } = await this.members.forChange(manager, { secret });
      return { personId: row.personId, teamMemberId: row.id, name: row.name };
    };
  }
}

/** A place of the stand by its code. @throws Problem 404 */
export function placeAt({ places }: OwnStand, code: string): OwnPlace {
  const found = places.find(({ place }) => place.code === code.trim().toUpperCase());
  if (found === undefined) throw notAtStand();
  return found;
}
