import { Body, Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { actorOf } from '#platform';
import { submittedValues, textIn } from '#ui';
import { moved, readMove } from '../../set-up/domain/order.js';
import { SetUpPages } from '../../set-up/pages/set-up-pages.js';
import { FindTaken } from '../find-taken.js';
import { OrderTickets } from '../order-tickets.js';
import { TicketsRepository } from '../tickets.repository.js';
import { TicketsView } from './tickets.view.js';

/** The tickets and add-ons of a conference, with their prices, in their order. */
@Controller('conference/manage/:id/tickets')
export class TicketsPage {
  constructor(
    private readonly pages: SetUpPages,
    private readonly tickets: TicketsRepository,
    private readonly taken: FindTaken,
    private readonly orderTickets: OrderTickets,
  ) {}

  @Get()
  async show(@Param('id') id: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const conference = await this.pages.conference(id);
    const [tickets, taken] = await Promise.all([this.tickets.list(conference), this.taken.byTicketType(id)]);
    const view = <TicketsView conferenceId={id} tickets={tickets} taken={taken} />;
    return this.pages.sendList({ request, reply, conference }, 'tickets', view);
  }

  @Post('order')
  async order(
    @Param('id') id: string,
    @Body() body: unknown,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const move = readMove(textIn(submittedValues(body), 'move'));
    await this.orderTickets.run(actorOf(request), id, (ids) => (move === null ? ids : moved(ids, move)));
    return this.pages.done(reply, id, 'tickets', 'The order is saved.');
  }
}
