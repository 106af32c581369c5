import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource, EntityManager } from 'typeorm';
import { notFound, type Problem } from '#platform';
import { ConferenceRow } from './conference.entity.js';

/** 404 for a conference that is not there, or that the person may not know of: the two look the same. */
export const noSuchConference = (): Problem =>
  notFound('There is no conference at this address. It may have been a draft that was deleted.');

/** Whether a text can be a conference's id at all; the database refuses to compare with anything else. */
export const isConferenceId = (text: string): boolean => uuid.test(text);

const uuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Conferences as staff find them, drafts included. */
@Injectable()
export class StaffConferences {
  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  /** @throws Problem 404 */
  async read(id: string, manager: EntityManager = this.dataSource.manager): Promise<ConferenceRow> {
    const row = isConferenceId(id) ? await manager.findOneBy(ConferenceRow, { id }) : null;
    if (row === null) throw noSuchConference();
    return row;
  }

  /** The same by its name in addresses. @throws Problem 404 */
  async bySlug(slug: string): Promise<ConferenceRow> {
    const row = slug.includes('\0') ? null : await this.dataSource.manager.findOneBy(ConferenceRow, { slug });
    if (row === null) throw noSuchConference();
    return row;
  }

  /** The latest first. */
  all(): Promise<ConferenceRow[]> {
    return this.dataSource.manager.find(ConferenceRow, { order: { firstDay: 'DESC', id: 'DESC' } });
  }
}
