import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { Temporal } from 'temporal-polyfill';
import type { DataSource, EntityManager } from 'typeorm';
import { instantOf } from '#platform';
import type { Override } from './domain/obstacles.js';
import { RotaAssignmentRow } from './rota-assignment.entity.js';
import { RotaRow } from './rota.entity.js';

/** A rota as it was published. */
export interface PublishedRota {
  readonly id: string;
  /** 1 for the first of its exhibition. */
  readonly number: number;
  readonly publishedAt: Temporal.Instant;
  /** What stood against it. */
  readonly overrides: readonly Override[];
}

/** Reads rotas as they were published. */
@Injectable()
export class ReadRota {
  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  /** The one that is published; `null`: none yet. */
  async last(
    exhibitionId: string,
    manager: EntityManager = this.dataSource.manager,
  ): Promise<PublishedRota | null> {
    const [row] = await manager.find(RotaRow, {
      where: { exhibitionId },
      order: { number: 'DESC' },
      take: 1,
    });
    if (row === undefined) return null;
    const { id, number, publishedAt, overrides } = row;
    return { id, number, publishedAt: instantOf(publishedAt), overrides: overrides as readonly Override[] };
  }

  /** Who was where in it, in the order of time. */
  assignments({ id }: Pick<PublishedRota, 'id'>): Promise<RotaAssignmentRow[]> {
    return this.dataSource.manager.find(RotaAssignmentRow, {
      where: { rotaId: id },
      order: { startsAt: 'ASC', shiftId: 'ASC', teamMemberId: 'ASC' },
    });
  }
}
