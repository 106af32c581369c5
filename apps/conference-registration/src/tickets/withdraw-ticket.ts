import { Inject, Injectable } from '@nestjs/common';
import { dateOf, Transactions, type Actor } from '#platform';
import { changesBetween, yesOrNo } from '../set-up/domain/changes.js';
import { SetUp } from '../set-up/set-up.js';
import { CLOCK, type Clock } from '../tokens.js';
import type { Ticket } from './domain/ticket.js';
import { TicketTypeRow } from './ticket-type.entity.js';
import { TellFormat } from './tell-format.js';
import { TicketsRepository } from './tickets.repository.js';

/** Which ticket type is taken off sale, or put back. */
export interface Withdrawal {
  readonly conferenceId: string;
  readonly id: string;
  readonly isWithdrawn: boolean;
}

/** Takes a ticket or an add-on off sale, or puts it back. Whoever has booked it keeps it. */
@Injectable()
export class WithdrawTicket {
  constructor(
    private readonly transactions: Transactions,
    private readonly setUp: SetUp,
    private readonly tickets: TicketsRepository,
    private readonly format: TellFormat,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * Does nothing where it is so already.
   *
   * @throws Problem 404; 409 `conference-ended`
   */
  async run(actor: Actor, { conferenceId, id, isWithdrawn }: Withdrawal): Promise<Ticket> {
    return this.transactions.run(async (manager) => {
      const conference = await this.setUp.open(manager, conferenceId);
      const before = await this.tickets.read(conference, id, manager);
      if ((before.withdrawnAt !== null) === isWithdrawn) return before;
      const withdrawnAt = isWithdrawn ? this.clock() : null;
      const version = await this.setUp.record(manager, conferenceId, {
        actor,
        action: `${isWithdrawn ? 'took off sale' : 'put back on sale'} the ${before.kind} “${before.name}”`,
        changes: changesBetween({ 'On sale': yesOrNo(isWithdrawn) }, { 'On sale': yesOrNo(!isWithdrawn) }),
      });
      const change = { withdrawnAt: withdrawnAt && dateOf(withdrawnAt), version };
      await this.format.around(manager, actor, conferenceId, () =>
        manager.update(TicketTypeRow, { id }, change),
      );
      if (!isWithdrawn) await this.setUp.placesChanged(manager, conferenceId);
      return { ...before, withdrawnAt, version };
    });
  }
}
