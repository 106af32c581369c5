import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource, EntityManager } from 'typeorm';
import { noSuchThing } from '../plans/problems.js';
import { isId } from '../domain/ids.js';
import type { Traveller } from '../travellers/domain/traveller.js';
import { ReadTravellers } from '../travellers/read-travellers.js';
import type { NoteStatus } from './domain/learning-note.js';
import { signatureOf } from './in-words.js';
import { LearningNoteRow } from './learning-note.entity.js';

/** A note that staff may read. */
export interface HandedInNote {
  readonly row: LearningNoteRow;
  readonly traveller: Traveller;
}

/** A note as everybody may read it. */
export interface PublishedNote {
  readonly title: string;
  /** Markdown. */
  readonly text: string;
  /** Who signs it; empty where nobody does. */
  readonly signature: string;
}

export interface AllNotes {
  /** Those that wait for staff first. */
  readonly handedIn: readonly HandedInNote[];
  /** How many are being written. */
  readonly drafts: number;
}

const order: Readonly<Record<NoteStatus, number>> = { 'handed-in': 0, published: 1, draft: 2 };

/** What travellers learned: for staff what was handed in, for everybody what is published. */
@Injectable()
export class ReadNotes {
  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    private readonly travellers: ReadTravellers,
  ) {}

  async of(visitId: string, manager: EntityManager = this.dataSource.manager): Promise<AllNotes> {
    const rows = await manager.findBy(LearningNoteRow, { visitId });
    const travellers = new Map(
      (await this.travellers.confirmed(visitId, manager)).map((one) => [one.id, one]),
    );
    const known = rows.flatMap((row) => {
      const traveller = travellers.get(row.travellerId);
      return traveller === undefined ? [] : [{ row, traveller }];
    });
    return {
      handedIn: known
        .filter(({ row }) => row.status !== 'draft')
        .toSorted(
          (one, other) =>
            order[one.row.status] - order[other.row.status] || one.traveller.number - other.traveller.number,
        ),
      drafts: known.filter(({ row }) => row.status === 'draft').length,
    };
  }

  /** One that was handed in. @throws Problem 404, also for a draft */
  async one(
    visitId: string,
    travellerId: string,
    manager: EntityManager = this.dataSource.manager,
  ): Promise<HandedInNote> {
    const row = isId(travellerId) ? await manager.findOneBy(LearningNoteRow, { visitId, travellerId }) : null;
    if (row === null || row.status === 'draft') throw noSuchThing('note');
    return { row, traveller: await this.travellers.one(visitId, travellerId, manager) };
  }

  /** In the order of their publishing. */
  async published(visitId: string): Promise<readonly PublishedNote[]> {
    const { handedIn } = await this.of(visitId);
    return handedIn
      .filter(({ row }) => row.status === 'published')
      .toSorted((one, other) => Number(one.row.publishedAt) - Number(other.row.publishedAt))
      .map(({ row, traveller }) => ({
        title: row.title,
        text: row.text,
        signature: signatureOf(row.signed, traveller),
      }));
  }
}
