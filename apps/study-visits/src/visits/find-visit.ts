import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource, EntityManager } from 'typeorm';
import { notFound, type Problem } from '#platform';
import { isId } from '../domain/ids.js';
import type { Visit } from './domain/visit.js';
import { VisitRow } from './visit.entity.js';
import { visitOf } from './visit-of.js';

/** 404: no visit has this id or name. */
export const noSuchVisit = (): Problem => notFound('There is no such visit.');

/** Visits, drafts included: who may see those is for the caller to say. */
@Injectable()
export class FindVisit {
  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  /** @throws Problem 404 */
  async byId(id: string, manager: EntityManager = this.dataSource.manager): Promise<Visit> {
    return found(isId(id) ? await manager.findOneBy(VisitRow, { id }) : null);
  }

  /** The same by its name in addresses. @throws Problem 404 */
  async bySlug(slug: string, manager: EntityManager = this.dataSource.manager): Promise<Visit> {
    return found(slug.includes('\0') ? null : await manager.findOneBy(VisitRow, { slug }));
  }

  /** By either, as addresses of the API have it. @throws Problem 404 */
  byIdOrSlug(idOrSlug: string, manager?: EntityManager): Promise<Visit> {
    return isId(idOrSlug) ? this.byId(idOrSlug, manager) : this.bySlug(idOrSlug, manager);
  }

  /** One that everybody may know of. @throws Problem 404, also for a draft */
  async announced(idOrSlug: string, manager?: EntityManager): Promise<Visit> {
    const visit = await this.byIdOrSlug(idOrSlug, manager);
    if (visit.status === 'draft') throw noSuchVisit();
    return visit;
  }
}

function found(row: VisitRow | null): Visit {
  if (row === null) throw noSuchVisit();
  return visitOf(row);
}
