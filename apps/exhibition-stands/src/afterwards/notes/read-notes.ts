import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource, EntityManager } from 'typeorm';
import { isId } from '../../domain/ids.js';
import { asSeen, type SeenThing } from '../../plans/problems.js';
import { noteKinds } from '../domain/note.js';
import { NoteRow } from './note.entity.js';

/** What is to be carried to next year. */
@Injectable()
export class ReadNotes {
  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  /** Open ones first, then by kind, then as they were written. */
  async of(
    exhibitionId: string,
    manager: EntityManager = this.dataSource.manager,
  ): Promise<readonly NoteRow[]> {
    const rows = await manager.find(NoteRow, { where: { exhibitionId }, order: { id: 'ASC' } });
    const place = ({ doneAt, kind }: NoteRow) => (doneAt === null ? 0 : 100) + noteKinds.indexOf(kind);
    return rows.toSorted((one, other) => place(one) - place(other));
  }

  /** Those that came from the exhibition it was copied of, and are open. */
  async carried(exhibitionId: string): Promise<readonly NoteRow[]> {
    const all = await this.of(exhibitionId);
    return all.filter(({ carriedFrom, doneAt }) => carriedFrom !== null && doneAt === null);
  }

  /** @throws Problem 404 */
  async one({ exhibitionId, id }: Omit<SeenThing, 'version'>): Promise<NoteRow> {
    const row =
      isId(id) && isId(exhibitionId)
        ? await this.dataSource.manager.findOneBy(NoteRow, { id, exhibitionId })
        : null;
    return asSeen(row, { version: null }, 'note');
  }
}
