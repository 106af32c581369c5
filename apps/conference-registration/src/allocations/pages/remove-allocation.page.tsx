import { Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { actorOf } from '#platform';
import { thingPath } from '../../set-up/addresses.js';
import { OrganisationChoices } from '../../set-up/organisation-choices.js';
import { unlessGone } from '../../set-up/problems.js';
import { SetUpPages } from '../../set-up/pages/set-up-pages.js';
import { TicketsRepository } from '../../tickets/tickets.repository.js';
import { AllocationsRepository } from '../allocations.repository.js';
import { ChangeAllocations } from '../change-allocations.js';
import { whomInWords } from '../domain/allocation-details.js';

/** Takes free places away. */
@Controller('conference/manage/:id/allocations/:allocationId/remove')
export class RemoveAllocationPage {
  constructor(
    private readonly pages: SetUpPages,
    private readonly tickets: TicketsRepository,
    private readonly organisations: OrganisationChoices,
    private readonly allocations: AllocationsRepository,
    private readonly changeAllocations: ChangeAllocations,
  ) {}

  @Get()
  async show(
    @Param('id') id: string,
    @Param('allocationId') allocationId: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const conference = await this.pages.conference(id);
    const allocation = await this.allocations.read(id, allocationId);
    const ticket = await this.tickets.read(conference, allocation.ticketTypeId);
    const whom = whomInWords(allocation, await this.organisations.all());
    const page = {
      part: 'allocations',
      heading: `Take away the free places of “${ticket.name}”?`,
      action: thingPath(id, 'allocations', allocationId, 'remove'),
      saveLabel: 'Take them away',
      isWarning: true,
      cancelLabel: 'Leave them as they are',
      children: (
        <p class="govuk-body">
          For: {whom}. What was booked free of charge stays free. From now on they pay the price of their
          category, and cannot book it where that has none.
        </p>
      ),
    } as const;
    return this.pages.sendThing({ request, reply, conference }, page);
  }

  @Post()
  async remove(
    @Param('id') id: string,
    @Param('allocationId') allocationId: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    await this.pages.conference(id);
    await unlessGone(this.changeAllocations.remove(actorOf(request), id, allocationId));
    return this.pages.done(reply, id, 'allocations', 'The free places are taken away.');
  }
}
