import { Injectable } from '@nestjs/common';
import { checkText } from '#checks';
import { notFound, Transactions, valueOf } from '#platform';
import { isId } from '../domain/ids.js';
import { LockPlaces } from '../places/lock-places.js';
import { EndEntry } from './end-entry.js';
import { TellWaiting } from './tell-waiting.js';
import { WaitingEntryRow } from './waiting-entry.entity.js';

/** Takes somebody off the line on staff's word. */
@Injectable()
export class PassOver {
  constructor(
    private readonly transactions: Transactions,
    private readonly lockPlaces: LockPlaces,
    private readonly endEntry: EndEntry,
    private readonly tell: TellWaiting,
  ) {}

  /**
   * The person is told, with the reason. Done again, it changes nothing.
   *
   * @param typed why, as the person reads it
   * @throws Problem 404; 422 without a reason
   */
  async run(conferenceId: string, entryId: string, typed: string): Promise<WaitingEntryRow> {
    const reason = valueOf(
      checkText(typed, 'reason', {
        longest: 1000,
        manyLines: true,
        missing: { code: 'missing', message: 'Say why: they are told in these words.' },
      }),
    );
    return this.transactions.run(async (manager) => {
      const catalogue = await this.lockPlaces.run(manager, conferenceId);
      const entry = isId(entryId)
        ? await manager.findOneBy(WaitingEntryRow, { id: entryId, conferenceId })
        : null;
      if (entry === null) throw notFound('There is nobody on the waiting list at this address.');
      const ending = { status: 'passed-over', offers: 'withdrawn', reason } as const;
      if (await this.endEntry.run(manager, catalogue, entryId, ending)) {
        await this.tell.ended(manager, catalogue, entry, 'passed-over', reason);
      }
      return entry;
    });
  }
}
