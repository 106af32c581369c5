import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { In, type DataSource, type EntityManager } from 'typeorm';
import { lockPeopleForChanges } from '#people';
import { conflict, dateOf, instantOf, Transactions, valueOf } from '#platform';
import { OpenTraveller, type OpenedTraveller, type WhichTraveller } from '../../travellers/open-traveller.js';
import { noSuchTraveller } from '../../travellers/read-travellers.js';
import { ownWays } from '../domain/journey.js';
import { checkOwnTravel, type OwnJourney, type OwnTravelInput } from '../domain/own-travel.js';
import { mustNotBeOver } from '../../visits/change-visit.js';
import { OwnTravelRow } from '../leg.entity.js';

/** Somebody with the ways for which they look after themselves. */
export interface OpenedOwnTravel extends OpenedTraveller {
  readonly journeys: readonly OwnJourney[];
  /** Stands for what the journeys say, to see whether somebody changed them meanwhile. */
  readonly mark: string;
}

/** Who travels there or back on their own, as they or staff say it. */
@Injectable()
export class KeepOwnTravel {
  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    private readonly transactions: Transactions,
    private readonly open: OpenTraveller,
  ) {}

  /** @throws Problem 404, also for somebody who has withdrawn */
  async read(which: WhichTraveller, manager?: EntityManager): Promise<OpenedOwnTravel> {
    return this.with(await this.open.read(which, manager), manager ?? this.dataSource.manager);
  }

  /** By traveller. */
  async of(
    travellerIds: readonly string[],
    manager: EntityManager = this.dataSource.manager,
  ): Promise<ReadonlyMap<string, readonly OwnJourney[]>> {
    const rows = await manager.findBy(OwnTravelRow, { travellerId: In(travellerIds) });
    const byTraveller = Map.groupBy(rows, ({ travellerId }) => travellerId);
    return new Map([...byTraveller].map(([id, found]) => [id, journeysOf(found)]));
  }

  /**
   * Replaces both ways.
   *
   * @param mark of what the person saw; `null`: whatever it is
   * @throws Problem 404; 409 `edited-meanwhile`, `visit-ended`; 422
   */
  save(which: WhichTraveller, input: OwnTravelInput, mark: string | null): Promise<OpenedOwnTravel> {
    return this.transactions.run(async (manager) => {
      await lockPeopleForChanges(manager);
      const before = await this.with(await this.open.forChange(which, manager), manager);
      const { traveller, visit } = before;
      mustNotBeOver(visit);
      const journeys = valueOf(checkOwnTravel(input, visit));
      if (markOf(journeys) === before.mark) return before;
      if (mark !== null && mark !== before.mark) {
        throw conflict(
          'edited-meanwhile',
          'This was changed after you opened it. Compare it with what you wrote, then save again.',
        );
      }
      await manager.delete(OwnTravelRow, { travellerId: traveller.id });
      await manager.insert(
        OwnTravelRow,
        journeys.map(({ way, place, when, words }) => ({
          travellerId: traveller.id,
          way,
          place,
          at: dateOf(when.at),
          zone: when.zone,
          words,
        })),
      );
      return { ...before, journeys, mark: markOf(journeys) };
    });
  }

  private async with(opened: OpenedTraveller, manager: EntityManager): Promise<OpenedOwnTravel> {
    const { id, status } = opened.traveller;
    if (status === 'withdrawn') throw noSuchTraveller();
    const journeys = (await this.of([id], manager)).get(id) ?? [];
    return { ...opened, journeys, mark: markOf(journeys) };
  }
}

const journeysOf = (rows: readonly OwnTravelRow[]): readonly OwnJourney[] =>
  ownWays.flatMap((way) =>
    rows
      .filter((row) => row.way === way)
      .map(({ place, at, zone, words }) => ({ way, place, when: { at: instantOf(at), zone }, words })),
  );

const markOf = (journeys: readonly OwnJourney[]): string =>
  createHash('sha256')
    .update(
      JSON.stringify(
        journeys.map(({ way, place, when, words }) => [way, place, when.at.toString(), when.zone, words]),
      ),
    )
    .digest('base64url');
