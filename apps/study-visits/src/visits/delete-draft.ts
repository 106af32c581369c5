import { Injectable } from '@nestjs/common';
import { Transactions, unprocessable } from '#platform';
import { editedMeanwhile, type SeenVisit } from './change-visit.js';
import type { Visit } from './domain/visit.js';
import { LockVisit } from './lock-visit.js';
import { VisitRow } from './visit.entity.js';

/** Deletes a draft for good, with all that was planned for it; no other visit can be deleted. */
@Injectable()
export class DeleteDraft {
  constructor(
    private readonly transactions: Transactions,
    private readonly lock: LockVisit,
  ) {}

  /** @throws Problem 404; 409 `edited-meanwhile`; 422 for a visit that was announced */
  run({ id, version }: SeenVisit): Promise<Visit> {
    return this.transactions.run(async (manager) => {
      const visit = await this.lock.run(manager, id);
      if (version !== null && visit.version !== version) throw editedMeanwhile();
      if (visit.status !== 'draft') throw unprocessable([notDeletable]);
      await manager.delete(VisitRow, { id });
      return visit;
    });
  }
}

const notDeletable = {
  field: 'status',
  code: 'not-deletable',
  message: 'This visit has been announced, so people know of it. Cancel it instead; they will read why.',
};
