import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource, EntityManager } from 'typeorm';
import { notFound, type Problem } from '#platform';
import { isId } from '../domain/ids.js';
import type { Exhibition } from './domain/exhibition.js';
import { ExhibitionDayRow } from './exhibition-day.entity.js';
import { exhibitionOf } from './exhibition-rows.js';
import { ExhibitionRow } from './exhibition.entity.js';

/** 404: no exhibition has this id or name. */
export const noSuchExhibition = (): Problem => notFound('There is no such exhibition.');

/** Exhibitions with their days, drafts included: who may see those is for the caller to say. */
@Injectable()
export class FindExhibition {
  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  /** @throws Problem 404 */
  async byId(id: string, manager: EntityManager = this.dataSource.manager): Promise<Exhibition> {
    return this.withDays(isId(id) ? await manager.findOneBy(ExhibitionRow, { id }) : null, manager);
  }

  /** The same by its name in addresses. @throws Problem 404 */
  async bySlug(slug: string, manager: EntityManager = this.dataSource.manager): Promise<Exhibition> {
    const row = slug.includes('\0') ? null : await manager.findOneBy(ExhibitionRow, { slug });
    return this.withDays(row, manager);
  }

  /** By either, as addresses of the API have it. @throws Problem 404 */
  byIdOrSlug(idOrSlug: string): Promise<Exhibition> {
    return isId(idOrSlug) ? this.byId(idOrSlug) : this.bySlug(idOrSlug);
  }

  private async withDays(row: ExhibitionRow | null, manager: EntityManager): Promise<Exhibition> {
    if (row === null) throw noSuchExhibition();
    return exhibitionOf(row, await manager.findBy(ExhibitionDayRow, { exhibitionId: row.id }));
  }
}
