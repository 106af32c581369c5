import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { conflict, Transactions, type Actor } from '#platform';
import { changesBetween } from '../set-up/domain/changes.js';
import { SetUp } from '../set-up/set-up.js';
import { writing } from '../set-up/writing.js';
import { ticketWords } from './domain/ticket-words.js';
import { TicketTypeRow } from './ticket-type.entity.js';
import { TellFormat } from './tell-format.js';
import { TicketsRepository } from './tickets.repository.js';

/** What keeps a ticket type from being deleted: that it was booked, or the names of what it is part of. */
export interface TicketUses {
  readonly isBooked: boolean;
  /** "the limit “Dinner”", "the code SPEAKER" */
  readonly partOf: readonly string[];
}

/** Deletes a ticket or an add-on that nobody ever booked, with its prices and free places. */
@Injectable()
export class DeleteTicket {
  constructor(
    private readonly transactions: Transactions,
    private readonly setUp: SetUp,
    private readonly tickets: TicketsRepository,
    private readonly format: TellFormat,
  ) {}

  /** @throws Problem 404; 409 `ticket-booked`, `ticket-in-use`, `conference-ended` */
  async run(actor: Actor, conferenceId: string, id: string): Promise<{ readonly name: string }> {
    return this.transactions.run(async (manager) => {
      const conference = await this.setUp.open(manager, conferenceId);
      const ticket = await this.tickets.read(conference, id, manager);
      refuseUsed(ticket.name, await this.uses(manager, conferenceId, id));
      await this.setUp.record(manager, conferenceId, {
        actor,
        action: `deleted the ${ticket.kind} “${ticket.name}”`,
        changes: changesBetween(ticketWords(ticket, writing), null),
      });
      await this.format.around(manager, actor, conferenceId, () => manager.delete(TicketTypeRow, { id }));
      return ticket;
    });
  }

  /** What the ticket type is used by. */
  async uses(manager: EntityManager, conferenceId: string, id: string): Promise<TicketUses> {
    const [booked] = await manager.query<{ is: boolean }[]>(
      `SELECT EXISTS (SELECT FROM places WHERE conference_id = $1 AND ticket_type_id = $2)
         OR EXISTS (SELECT FROM waiting_entries WHERE conference_id = $1 AND ticket_type_id = $2) AS is`,
      [conferenceId, id],
    );
    const partOf = await manager.query<{ name: string }[]>(
      `SELECT 'the limit “' || name || '”' AS name FROM pools WHERE conference_id = $1 AND $2 = ANY(ticket_type_ids)
       UNION ALL
       SELECT 'the code ' || code FROM codes WHERE conference_id = $1 AND $2 = ANY(ticket_type_ids)
       UNION ALL
       SELECT 'the question “' || label || '”' FROM questions WHERE conference_id = $1 AND $2 = ANY(ticket_type_ids)`,
      [conferenceId, id],
    );
    return { isBooked: booked?.is ?? false, partOf: partOf.map(({ name }) => name) };
  }
}

function refuseUsed(name: string, { isBooked, partOf }: TicketUses): void {
  if (isBooked) {
    throw conflict(
      'ticket-booked',
      `“${name}” was booked, so it cannot be deleted. Take it off sale: whoever has booked it keeps it.`,
    );
  }
  const [first] = partOf;
  if (first !== undefined) {
    throw conflict(
      'ticket-in-use',
      `“${name}” is part of ${first}. Take it out there first, then delete it.`,
    );
  }
}
