import { Injectable } from '@nestjs/common';
import { Transactions, unprocessable } from '#platform';
import { editedMeanwhile, type SeenExhibition } from './change-exhibition.js';
import type { Exhibition } from './domain/exhibition.js';
import { ExhibitionRow } from './exhibition.entity.js';
import { LockExhibition } from './lock-exhibition.js';

/** Deletes a draft for good, with all that was planned for it; no other exhibition can be deleted. */
@Injectable()
export class DeleteDraft {
  constructor(
    private readonly transactions: Transactions,
    private readonly lock: LockExhibition,
  ) {}

  /** @throws Problem 404; 409 `edited-meanwhile`; 422 for an exhibition that was published */
  run({ id, version }: SeenExhibition): Promise<Exhibition> {
    return this.transactions.run(async (manager) => {
      const exhibition = await this.lock.run(manager, id);
      if (version !== null && exhibition.version !== version) throw editedMeanwhile();
      if (exhibition.status !== 'draft') throw unprocessable([notDeletable]);
      await manager.delete(ExhibitionRow, { id });
      return exhibition;
    });
  }
}

const notDeletable = {
  field: 'status',
  code: 'not-deletable',
  message: 'This exhibition has been published, so people know of it. Cancel it instead; they will read why.',
};
