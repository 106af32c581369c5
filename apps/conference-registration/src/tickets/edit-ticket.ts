import { Injectable } from '@nestjs/common';
import { Transactions, valueOf, type Actor } from '#platform';
import { daysBetween } from '../set-up/domain/conference-days.js';
import { changesBetween } from '../set-up/domain/changes.js';
import { asSeen, type Seen } from '../set-up/problems.js';
import { SetUp } from '../set-up/set-up.js';
import { writing } from '../set-up/writing.js';
import { checkTicket, type TicketInput } from './domain/ticket-details.js';
import { ticketWords } from './domain/ticket-words.js';
import type { Ticket } from './domain/ticket.js';
import { TellDays } from './tell-days.js';
import { TellFormat } from './tell-format.js';
import { TicketsRepository } from './tickets.repository.js';

/** Changes a ticket or an add-on. What was sold of it stays as it was sold: its price is kept with each place. */
@Injectable()
export class EditTicket {
  constructor(
    private readonly transactions: Transactions,
    private readonly setUp: SetUp,
    private readonly tickets: TicketsRepository,
    private readonly format: TellFormat,
    private readonly days: TellDays,
  ) {}

  /**
   * @throws Problem 404; 409 `edited-meanwhile`, `conference-ended`; 422 with every field that needs attention
   */
  async run(actor: Actor, { conferenceId, id, version }: Seen, input: TicketInput): Promise<Ticket> {
    return this.transactions.run(async (manager) => {
      const conference = await this.setUp.open(manager, conferenceId);
      const before = asSeen(await this.tickets.read(conference, id, manager), version, 'ticket');
      const details = valueOf(checkTicket(input, daysBetween(conference)));
      const changes = changesBetween(ticketWords(before, writing), ticketWords(details, writing));
      if (changes.length === 0) return before;
      const action = `changed the ${before.kind} “${before.name}”`;
      const changed = await this.setUp.record(manager, conferenceId, { actor, action, changes });
      await this.format.around(manager, actor, conferenceId, () =>
        this.tickets.update(manager, conference, { id, version: changed, details }),
      );
      const isForTheSameDays = before.days.join() === details.days.join();
      if (before.kind === 'ticket' && !isForTheSameDays) {
        await this.days.of(manager, actor, { id, days: details.days });
      }
      return { ...before, ...details, version: changed };
    });
  }
}
