import { Body, Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { actorOf } from '#platform';
import { submittedValues, textIn } from '#ui';
import { newThingPath } from '../../set-up/addresses.js';
import { daysBetween } from '../../set-up/domain/conference-days.js';
import { blankForm, SaveNew, type ShownNew } from '../../set-up/pages/save-new.js';
import { SetUpPages, type Answering } from '../../set-up/pages/set-up-pages.js';
import { AddTicket } from '../add-ticket.js';
import { blankTicket } from '../form/fill-ticket.js';
import { readTicket } from '../form/read-ticket.js';
import { TicketFields } from '../form/ticket-fields.js';
import { ticketNames } from '../form/ticket-names.js';

/** Puts a ticket or an add-on on offer. */
@Controller('conference/manage/:id/tickets/new')
export class NewTicketPage {
  constructor(
    private readonly pages: SetUpPages,
    private readonly saveNew: SaveNew,
    private readonly addTicket: AddTicket,
  ) {}

  @Get()
  async show(@Param('id') id: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const conference = await this.pages.conference(id);
    return this.send({ request, reply, conference }, blankForm(blankTicket), 200);
  }

  @Post()
  async save(
    @Param('id') id: string,
    @Body() body: unknown,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const conference = await this.pages.conference(id);
    const actor = actorOf(request);
    return this.saveNew.run(actor, id, submittedValues(body), {
      names: ticketNames,
      make: async (manager, values) => {
        const ticket = await this.addTicket.add(manager, actor, id, readTicket(values));
        return ticket.id;
      },
      saved: (values) =>
        this.pages.done(reply, id, 'tickets', `“${textIn(values, 'name').trim()}” is on offer.`),
      show: (page) => this.send({ request, reply, conference }, page, 422),
    });
  }

  private send(answering: Answering, { shown, token }: ShownNew, status: number) {
    const { conference } = answering;
    const page = {
      part: 'tickets',
      heading: 'Add a ticket or an add-on',
      action: newThingPath(conference.id, 'tickets'),
      shown,
      hidden: { once: token },
      saveLabel: 'Add it',
      children: <TicketFields form={shown} dates={daysBetween(conference)} />,
    } as const;
    return this.pages.sendThing(answering, page, status);
  }
}
