import { Body, Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { DataSource } from 'typeorm';
import { actorOf, Problem, unprocessable } from '#platform';
import { form, refusedFields, submittedValues, textIn, type Form } from '#ui';
import { thingPath } from '../../set-up/addresses.js';
import { SetUpPages, type Answering } from '../../set-up/pages/set-up-pages.js';
import { whatToDo, type ThingToDo } from '../../set-up/pages/what-to-do.js';
import { DeleteTicket, type TicketUses } from '../delete-ticket.js';
import type { Ticket } from '../domain/ticket.js';
import { TicketsRepository } from '../tickets.repository.js';
import { WithdrawTicket } from '../withdraw-ticket.js';

const names = ['do'] as const;

/** Takes a ticket or an add-on off sale, puts it back, or deletes it where nobody ever booked it. */
@Controller('conference/manage/:id/tickets/:ticketId/withdraw')
export class WithdrawTicketPage {
  constructor(
    private readonly pages: SetUpPages,
    private readonly tickets: TicketsRepository,
    private readonly withdrawTicket: WithdrawTicket,
    private readonly deleteTicket: DeleteTicket,
    @InjectDataSource() private readonly dataSource: DataSource,
  ) {}

  @Get()
  async show(
    @Param('id') id: string,
    @Param('ticketId') ticketId: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const conference = await this.pages.conference(id);
    return this.send({ request, reply, conference }, ticketId, form(), 200);
  }

  @Post()
  async save(
    @Param('id') conferenceId: string,
    @Param('ticketId') id: string,
    @Body() body: unknown,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const conference = await this.pages.conference(conferenceId);
    const chosen = textIn(submittedValues(body), 'do');
    try {
      const said = await this.take(actorOf(request), conferenceId, id, chosen);
      return this.pages.done(reply, conferenceId, 'tickets', said);
    } catch (error) {
      const isDeleted = error instanceof Problem && error.status === 404 && chosen === 'delete';
      if (isDeleted) return this.pages.done(reply, conferenceId, 'tickets', 'It is deleted.');
      const shown = form({ do: chosen }, refusedFields(error, names));
      return this.send({ request, reply, conference }, id, shown, 422);
    }
  }

  /** @returns what is said of it afterwards */
  private async take(
    actor: ReturnType<typeof actorOf>,
    conferenceId: string,
    id: string,
    chosen: string,
  ): Promise<string> {
    if (chosen === 'delete') {
      const { name } = await this.deleteTicket.run(actor, conferenceId, id);
      return `“${name}” is deleted.`;
    }
    if (chosen !== 'withdraw' && chosen !== 'restore') {
      throw unprocessable([{ field: 'do', code: 'missing', message: 'Say what is to be done.' }]);
    }
    const isWithdrawn = chosen === 'withdraw';
    const { name } = await this.withdrawTicket.run(actor, { conferenceId, id, isWithdrawn });
    return isWithdrawn ? `“${name}” is off sale.` : `“${name}” is on sale again.`;
  }

  private async send(answering: Answering, ticketId: string, shown: Form, status: number) {
    const { conference } = answering;
    const ticket = await this.tickets.read(conference, ticketId);
    const uses = await this.deleteTicket.uses(this.dataSource.manager, conference.id, ticketId);
    const page = {
      part: 'tickets',
      heading: `Stop selling “${ticket.name}”?`,
      ...(ticket.withdrawnAt !== null && { heading: `Sell “${ticket.name}” again?` }),
      action: thingPath(conference.id, 'tickets', ticket.id, 'withdraw'),
      shown,
      cancelLabel: 'Leave it as it is',
      ...whatToDo(shown, ways(ticket, uses), whyNotDeleted(uses)),
    } as const;
    return this.pages.sendThing(answering, page, status);
  }
}

/** What can be done with it, as things are. */
function ways(
  { withdrawnAt }: Pick<Ticket, 'withdrawnAt'>,
  { isBooked, partOf }: TicketUses,
): readonly ThingToDo[] {
  const sale =
    withdrawnAt === null
      ? {
          value: 'withdraw',
          text: 'Take it off sale',
          hint: 'Nobody can book it from now on. Whoever has booked it keeps it. You can put it back on sale.',
        }
      : {
          value: 'restore',
          text: 'Put it back on sale',
          hint: 'It can be booked again, as long as there are places.',
        };
  if (isBooked || partOf.length > 0) return [sale];
  const hint = 'Nobody ever booked it. Its prices and free places go with it. This cannot be undone.';
  return [sale, { value: 'delete', text: 'Delete it', hint }];
}

function whyNotDeleted({ isBooked, partOf: [first] }: TicketUses): string | null {
  if (isBooked) return 'It cannot be deleted, as it has been booked.';
  return first === undefined ? null : `It is part of ${first}. To delete it, take it out there first.`;
}
