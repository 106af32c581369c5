import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource, EntityManager } from 'typeorm';
import { notFound, type Problem } from '#platform';
import { isId } from '../domain/ids.js';
import type { Catalogue } from './domain/catalogue.js';
import { loadCatalogue } from './load-catalogue.js';

/** How many conferences are kept in memory: more than are open at once. */
const mostKept = 100;

/** 404 for a conference that is not there, or not announced: the two look the same. */
export const noSuchConference = (): Problem =>
  notFound('There is no conference at this address. Look for it among all conferences.');

/**
 * What conferences offer. Each is kept as it was at a version of the conference, as every change of what it offers makes a
 * new one.
 */
@Injectable()
export class ReadCatalogue {
  private readonly kept = new Map<string, Catalogue>();

  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  /** As it is at this moment, for pages. @throws Problem 404 */
  async of(conferenceId: string, manager: EntityManager = this.dataSource.manager): Promise<Catalogue> {
    if (!isId(conferenceId)) throw noSuchConference();
    return this.found('id', conferenceId, manager);
  }

  /** The same by the conference's name in addresses; drafts are found too. @throws Problem 404 */
  async bySlug(slug: string, manager: EntityManager = this.dataSource.manager): Promise<Catalogue> {
    if (slug.includes('\0')) throw noSuchConference();
    return this.found('slug', slug, manager);
  }

  /** By either, as addresses of the API have it. @throws Problem 404 */
  async byIdOrSlug(idOrSlug: string): Promise<Catalogue> {
    return isId(idOrSlug) ? this.of(idOrSlug) : this.bySlug(idOrSlug);
  }

  /**
   * As it is at a version, which the caller knows to be the present one, as it holds the conference's lock.
   *
   * @throws Problem 404
   */
  async at(manager: EntityManager, conferenceId: string, version: number): Promise<Catalogue> {
    const kept = this.kept.get(conferenceId);
    if (kept?.conference.version === version) return kept;
    const loaded = await loadCatalogue(manager, conferenceId);
    if (loaded === null) throw noSuchConference();
    if (!loaded.isOwn) this.keep(loaded.catalogue);
    return loaded.catalogue;
  }

  private async found(column: 'id' | 'slug', value: string, manager: EntityManager): Promise<Catalogue> {
    const [row]: { id: string; version: number }[] = await manager.query(
      `SELECT id, version FROM conferences WHERE ${column} = $1`,
      [value],
    );
    if (row === undefined) throw noSuchConference();
    return this.at(manager, row.id, row.version);
  }

  private keep(catalogue: Catalogue): void {
    const { id } = catalogue.conference;
    this.kept.delete(id);
    this.kept.set(id, catalogue);
    for (const oldest of this.kept.keys()) {
      if (this.kept.size <= mostKept) break;
      this.kept.delete(oldest);
    }
  }
}
