import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource, FindOptionsWhere } from 'typeorm';
import { ErasurePartRow } from './erasure-part.entity.js';
import { ErasureRow } from './erasure.entity.js';
import { hashOf } from '../secrets.js';

/** An erasure, and how far it has come. */
export interface Erasure {
  readonly askedAt: Date;
  readonly byThemselves: boolean;
  readonly reason: string;
  /** In order of the apps' names; of `members` itself nothing, as it is done at once. */
  readonly parts: readonly Pick<ErasurePartRow, 'app' | 'doneAt' | 'did'>[];
}

@Injectable()
export class ReadErasure {
  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  /** By what its receipt's address ends with. */
  byReceipt(receipt: string): Promise<Erasure | null> {
    return this.find({ receiptHash: hashOf(receipt) });
  }

  ofPerson(personId: string): Promise<Erasure | null> {
    return this.find({ personId });
  }

  private async find(where: FindOptionsWhere<ErasureRow>): Promise<Erasure | null> {
    const { manager } = this.dataSource;
    const erasure = await manager.findOneBy(ErasureRow, where);
    if (!erasure) return null;
    const parts = await manager.find(ErasurePartRow, {
      where: { erasureId: erasure.id },
      order: { app: 'ASC' },
    });
    return { ...erasure, parts };
  }
}
