import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import { unprocessable, valueOf, type Actor } from '#platform';
import { daysBetween } from '../set-up/domain/conference-days.js';
import { changesBetween } from '../set-up/domain/changes.js';
import { SetUp } from '../set-up/set-up.js';
import { writing } from '../set-up/writing.js';
import { checkTicket, type TicketInput } from './domain/ticket-details.js';
import { ticketWords } from './domain/ticket-words.js';
import type { Ticket } from './domain/ticket.js';
import { TellFormat } from './tell-format.js';
import { TicketsRepository } from './tickets.repository.js';

/** More than a page can show or a person choose among. */
export const mostTickets = 100;

/** Puts a ticket or an add-on on offer. */
@Injectable()
export class AddTicket {
  constructor(
    private readonly setUp: SetUp,
    private readonly tickets: TicketsRepository,
    private readonly format: TellFormat,
  ) {}

  /**
   * Within a transaction of the caller's, who makes sure that a second press of the button does not come here.
   *
   * @throws Problem 404; 409 `conference-ended`; 422 with every field that needs attention
   */
  async add(manager: EntityManager, actor: Actor, conferenceId: string, input: TicketInput): Promise<Ticket> {
    const conference = await this.setUp.open(manager, conferenceId);
    const details = valueOf(checkTicket(input, daysBetween(conference)));
    const others = await this.tickets.list(conference, manager);
    if (others.length >= mostTickets) {
      const message = `A conference has ${mostTickets} tickets and add-ons at most. Delete one that was never booked first.`;
      throw unprocessable([{ field: '', code: 'too-many', message }]);
    }
    const version = await this.setUp.record(manager, conferenceId, {
      actor,
      action: `added the ${details.kind} “${details.name}”`,
      changes: changesBetween(null, ticketWords(details, writing)),
    });
    const position = Math.max(0, ...others.map((other) => other.position)) + 1;
    const ticket = { ...details, id: uuidv7(), conferenceId, position, withdrawnAt: null, version };
    await this.format.around(manager, actor, conferenceId, () =>
      this.tickets.add(manager, conference, ticket),
    );
    return ticket;
  }
}
