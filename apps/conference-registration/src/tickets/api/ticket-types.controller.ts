import { Controller, Delete, Get, Param, Post, Put, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { actorOf, readJson, requiredVersion } from '#platform';
import { StaffConferences } from '../../conferences/staff-conferences.js';
import { ThingAnswers } from '../../set-up/api/thing-answers.js';
import { orderInput } from '../../set-up/api/thing-paths.js';
import { AddTicket } from '../add-ticket.js';
import { DeleteTicket } from '../delete-ticket.js';
import { EditTicket } from '../edit-ticket.js';
import { OrderTickets } from '../order-tickets.js';
import { TicketsRepository } from '../tickets.repository.js';
import { WithdrawTicket } from '../withdraw-ticket.js';
import { readTicketJson, ticketJson } from './ticket-json.js';
import { ticketInput, withdrawalInput } from './ticket.schema.js';

/** Tickets and add-ons, for programs. */
@Controller('api/v1/conference-registration/conferences/:id/ticket-types')
export class TicketTypesController {
  constructor(
    private readonly answers: ThingAnswers,
    private readonly conferences: StaffConferences,
    private readonly tickets: TicketsRepository,
    private readonly addTicket: AddTicket,
    private readonly editTicket: EditTicket,
    private readonly withdrawTicket: WithdrawTicket,
    private readonly deleteTicket: DeleteTicket,
    private readonly orderTickets: OrderTickets,
  ) {}

  @Get()
  async list(@Param('id') id: string, @Res() reply: FastifyReply) {
    const tickets = await this.tickets.list(await this.conferences.read(id));
    return this.answers.list(reply, tickets.map(ticketJson));
  }

  @Post()
  async add(@Param('id') id: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const input = readTicketJson(readJson(request, ticketInput));
    return this.answers.made(request, reply, `${id}/ticket-types`, async (manager) =>
      ticketJson(await this.addTicket.add(manager, actorOf(request), id, input)),
    );
  }

  @Put('order')
  async order(@Param('id') id: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const { ids } = readJson(request, orderInput);
    await this.orderTickets.run(actorOf(request), id, () => ids);
    return this.list(id, reply);
  }

  @Get(':ticketId')
  async show(@Param('id') id: string, @Param('ticketId') ticketId: string, @Res() reply: FastifyReply) {
    const conference = await this.conferences.read(id);
    return this.answers.one(reply, ticketJson(await this.tickets.read(conference, ticketId)));
  }

  @Put(':ticketId')
  async edit(
    @Param('id') conferenceId: string,
    @Param('ticketId') id: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const version = requiredVersion(request);
    const input = readTicketJson(readJson(request, ticketInput));
    const edited = this.editTicket.run(actorOf(request), { conferenceId, id, version }, input);
    return this.answers.changed(reply, edited.then(ticketJson));
  }

  @Delete(':ticketId')
  async remove(
    @Param('id') conferenceId: string,
    @Param('ticketId') id: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    await this.deleteTicket.run(actorOf(request), conferenceId, id);
    return this.answers.gone(reply);
  }

  @Post(':ticketId/withdrawal')
  async withdraw(
    @Param('id') conferenceId: string,
    @Param('ticketId') id: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const { withdrawn: isWithdrawn } = readJson(request, withdrawalInput);
    return this.answers.stepped(request, reply, async () =>
      ticketJson(await this.withdrawTicket.run(actorOf(request), { conferenceId, id, isWithdrawn })),
    );
  }
}
