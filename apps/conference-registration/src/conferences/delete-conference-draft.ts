import { Injectable } from '@nestjs/common';
import { Transactions, unprocessable } from '#platform';
import { ChangeConference } from './change-conference.js';
import { ConferenceRow } from './conference.entity.js';

/** Deletes a draft for good, with its tickets, codes and questions; no other conference can be deleted. */
@Injectable()
export class DeleteConferenceDraft {
  constructor(
    private readonly transactions: Transactions,
    private readonly change: ChangeConference,
  ) {}

  /**
   * @param version the version that the person saw
   * @throws Problem 404; 409 `edited-meanwhile`; 422 for a conference that was published
   */
  async run(id: string, version: number | null): Promise<ConferenceRow> {
    return this.transactions.run(async (manager) => {
      const row = await this.change.open(manager, id, version);
      if (row.status !== 'draft') throw unprocessable([notDeletable]);
      // Nobody can have booked, but a code may keep places.
      await manager.query('DELETE FROM places WHERE conference_id = $1', [id]);
      await manager.delete(ConferenceRow, { id });
      return row;
    });
  }
}

const notDeletable = {
  field: 'status',
  code: 'not-deletable',
  message: 'This conference has been published, so people know of it. Cancel it instead; they will read why.',
};
