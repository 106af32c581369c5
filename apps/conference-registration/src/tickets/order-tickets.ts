import { Injectable } from '@nestjs/common';
import { Transactions, type Actor } from '#platform';
import { newOrder } from '../set-up/new-order.js';
import { SetUp } from '../set-up/set-up.js';
import { TicketTypeRow } from './ticket-type.entity.js';
import { TicketsRepository } from './tickets.repository.js';

/** Puts the tickets and add-ons of a conference in another order. */
@Injectable()
export class OrderTickets {
  constructor(
    private readonly transactions: Transactions,
    private readonly setUp: SetUp,
    private readonly tickets: TicketsRepository,
  ) {}

  /**
   * @param reorder gives all ids in their new order
   * @throws Problem 404; 409 `conference-ended`; 422 when the ids are not those of all, each once
   */
  async run(
    actor: Actor,
    conferenceId: string,
    reorder: (ids: readonly string[]) => readonly string[],
  ): Promise<void> {
    await this.transactions.run(async (manager) => {
      const conference = await this.setUp.open(manager, conferenceId);
      const tickets = await this.tickets.list(conference, manager);
      const before = tickets.map(({ id }) => id);
      const after = newOrder(before, reorder(before));
      if (after === null) return;
      const names = (ids: readonly string[]) =>
        ids.map((id) => tickets.find((ticket) => ticket.id === id)?.name ?? '').join(', ');
      await this.setUp.record(manager, conferenceId, {
        actor,
        action: 'put the tickets and add-ons in another order',
        changes: [{ field: 'Order', before: names(before), after: names(after) }],
      });
      for (const [index, id] of after.entries()) {
        await manager.update(TicketTypeRow, { id }, { position: index + 1 });
      }
    });
  }
}
