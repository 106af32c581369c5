import { Body, Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { actorOf } from '#platform';
import { form, submittedValues } from '#ui';
import { thingPath } from '../../set-up/addresses.js';
import { changesBetween } from '../../set-up/domain/changes.js';
import { daysBetween } from '../../set-up/domain/conference-days.js';
import { LastChange } from '../../set-up/last-change.js';
import { Meanwhile } from '../../set-up/pages/meanwhile.js';
import { saveEdit, type ShownEdit } from '../../set-up/pages/save-edit.js';
import { SetUpPages, type Answering } from '../../set-up/pages/set-up-pages.js';
import { writing } from '../../set-up/writing.js';
import { checkTicket } from '../domain/ticket-details.js';
import { ticketWords } from '../domain/ticket-words.js';
import type { Ticket } from '../domain/ticket.js';
import { EditTicket } from '../edit-ticket.js';
import { fillTicket } from '../form/fill-ticket.js';
import { readTicket } from '../form/read-ticket.js';
import { TicketFields } from '../form/ticket-fields.js';
import { ticketNames } from '../form/ticket-names.js';
import { TicketsRepository } from '../tickets.repository.js';

/** Changes a ticket or an add-on, prices and all. */
@Controller('conference/manage/:id/tickets/:ticketId/edit')
export class EditTicketPage {
  constructor(
    private readonly pages: SetUpPages,
    private readonly tickets: TicketsRepository,
    private readonly editTicket: EditTicket,
    private readonly lastChange: LastChange,
  ) {}

  @Get()
  async show(
    @Param('id') id: string,
    @Param('ticketId') ticketId: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const conference = await this.pages.conference(id);
    const thing = await this.tickets.read(conference, ticketId);
    const page = { thing, shown: form(fillTicket(thing)), version: thing.version, isConflict: false };
    return this.send({ request, reply, conference }, page, 200);
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
    return saveEdit<Ticket>(submittedValues(body), {
      names: ticketNames,
      save: (values, version) =>
        this.editTicket.run(actorOf(request), { conferenceId, id, version }, readTicket(values)),
      read: () => this.tickets.read(conference, id),
      isSame: (ticket, values) => {
        const typed = checkTicket(readTicket(values), daysBetween(conference));
        return (
          typed.ok &&
          changesBetween(ticketWords(ticket, writing), ticketWords(typed.value, writing)).length === 0
        );
      },
      saved: ({ name }) => this.pages.done(reply, conferenceId, 'tickets', `“${name}” is saved.`),
      show: (page, status) => this.send({ request, reply, conference }, page, status),
    });
  }

  private async send(answering: Answering, page: ShownEdit<Ticket>, status: number) {
    const { conference } = answering;
    const { thing, shown, version, isConflict } = page;
    const action = thingPath(conference.id, 'tickets', thing.id, 'edit');
    const change = isConflict ? await this.lastChange.of(conference.id, thing) : null;
    const thingPage = {
      part: 'tickets',
      heading: `Change “${thing.name}”`,
      action,
      shown,
      hidden: { version: String(version) },
      saveLabel: isConflict ? 'Save mine in place of theirs' : 'Save the changes',
      notice: <Meanwhile what="ticket" change={change} reloadPath={action} />,
      children: <TicketFields form={shown} dates={daysBetween(conference)} />,
    } as const;
    return this.pages.sendThing(answering, thingPage, status);
  }
}
