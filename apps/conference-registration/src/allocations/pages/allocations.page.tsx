import { Body, Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { actorOf } from '#platform';
import { submittedValues } from '#ui';
import { newThingPath } from '../../set-up/addresses.js';
import { OrganisationChoices } from '../../set-up/organisation-choices.js';
import { blankForm, SaveNew, type ShownNew } from '../../set-up/pages/save-new.js';
import { SetUpPages, type Answering } from '../../set-up/pages/set-up-pages.js';
import { TicketsRepository } from '../../tickets/tickets.repository.js';
import { AllocationsRepository } from '../allocations.repository.js';
import { ChangeAllocations } from '../change-allocations.js';
import { AllocationFields, allocationNames, readAllocation } from './allocation-form.js';
import { AllocationsView } from './allocations.view.js';

/** The places of a conference that are free of charge, and for whom. */
@Controller('conference/manage/:id/allocations')
export class AllocationsPage {
  constructor(
    private readonly pages: SetUpPages,
    private readonly saveNew: SaveNew,
    private readonly tickets: TicketsRepository,
    private readonly organisations: OrganisationChoices,
    private readonly allocations: AllocationsRepository,
    private readonly changeAllocations: ChangeAllocations,
  ) {}

  @Get()
  async list(@Param('id') id: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const conference = await this.pages.conference(id);
    const [tickets, organisations, allocations, taken] = await Promise.all([
      this.tickets.list(conference),
      this.organisations.all(),
      this.allocations.list(id),
      this.allocations.taken(id),
    ]);
    const view = <AllocationsView conferenceId={id} {...{ tickets, organisations, allocations, taken }} />;
    return this.pages.sendList({ request, reply, conference }, 'allocations', view);
  }

  @Get('new')
  async show(@Param('id') id: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const conference = await this.pages.conference(id);
    return this.send({ request, reply, conference }, blankForm({ whom: 'category' }), 200);
  }

  @Post('new')
  async save(
    @Param('id') id: string,
    @Body() body: unknown,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const conference = await this.pages.conference(id);
    const actor = actorOf(request);
    return this.saveNew.run(actor, id, submittedValues(body), {
      names: allocationNames,
      make: async (manager, values) => {
        const allocation = await this.changeAllocations.add(manager, actor, id, readAllocation(values));
        return allocation.id;
      },
      saved: () => this.pages.done(reply, id, 'allocations', 'The free places are given.'),
      show: (page) => this.send({ request, reply, conference }, page, 422),
    });
  }

  private async send(answering: Answering, { shown, token }: ShownNew, status: number) {
    const { conference } = answering;
    const soFar = {
      tickets: await this.tickets.list(conference),
      organisations: await this.organisations.all(),
    };
    const page = {
      part: 'allocations',
      heading: 'Give free places',
      action: newThingPath(conference.id, 'allocations'),
      shown,
      hidden: { once: token },
      saveLabel: 'Give these places',
      children: <AllocationFields form={shown} soFar={soFar} />,
    } as const;
    return this.pages.sendThing(answering, page, status);
  }
}
