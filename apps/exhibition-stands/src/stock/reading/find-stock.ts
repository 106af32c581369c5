import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource, EntityManager } from 'typeorm';
import { notFound, type Problem } from '#platform';
import { isId } from '../../domain/ids.js';
import { StockItemRow } from '../stock-item.entity.js';
import { StockLevelRow } from '../stock-ledger.entity.js';
import { StockPlaceRow } from '../stock-place.entity.js';

/** 404: no item has this id. */
export const noSuchItem = (): Problem => notFound('There is no such item in the stock.');

/** 404: no place has this code. */
export const noSuchPlace = (): Problem =>
  notFound('No place has this code. Look at the label again, or at the list of places.');

/** Items and places of the stock, and what is where. */
@Injectable()
export class FindStock {
  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  /** In the order of their names. */
  items(manager: EntityManager = this.dataSource.manager): Promise<StockItemRow[]> {
    return manager.find(StockItemRow, { order: { name: 'ASC', id: 'ASC' } });
  }

  /** In the order of their kinds (office, box, car, stand) and codes. */
  async places(manager: EntityManager = this.dataSource.manager): Promise<StockPlaceRow[]> {
    return manager
      .createQueryBuilder(StockPlaceRow, 'place')
      .orderBy(`array_position(ARRAY['office', 'box', 'car', 'stand'], place.kind)`)
      .addOrderBy('place.code')
      .getMany();
  }

  /** @throws Problem 404 */
  async item(id: string, manager: EntityManager = this.dataSource.manager): Promise<StockItemRow> {
    const row = await this.itemOrNone(id, manager);
    if (row === null) throw noSuchItem();
    return row;
  }

  async itemOrNone(id: string, manager: EntityManager = this.dataSource.manager) {
    return isId(id) ? manager.findOneBy(StockItemRow, { id }) : null;
  }

  /** By the code on its label, however it is typed. @throws Problem 404 */
  async place(code: string, manager: EntityManager = this.dataSource.manager): Promise<StockPlaceRow> {
    const row = await this.placeOrNone(code, manager);
    if (row === null) throw noSuchPlace();
    return row;
  }

  async placeOrNone(code: string, manager: EntityManager = this.dataSource.manager) {
    const wanted = code.trim().toUpperCase();
    return /^[A-Z0-9-]{1,20}$/.test(wanted) ? manager.findOneBy(StockPlaceRow, { code: wanted }) : null;
  }

  /** What there is, where there is any. */
  levels(manager: EntityManager = this.dataSource.manager): Promise<StockLevelRow[]> {
    return manager.createQueryBuilder(StockLevelRow, 'level').where('level.quantity > 0').getMany();
  }

  /** The places of an exhibition’s stand: the stand itself, and boxes and cars that are there. */
  placesOf(exhibitionId: string, manager: EntityManager = this.dataSource.manager): Promise<StockPlaceRow[]> {
    return manager.find(StockPlaceRow, { where: { exhibitionId }, order: { kind: 'DESC', code: 'ASC' } });
  }
}
