import { Body, Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { actorOf } from '#platform';
import { form, submittedValues } from '#ui';
import { thingPath } from '../../set-up/addresses.js';
import { LastChange } from '../../set-up/last-change.js';
import { OrganisationChoices } from '../../set-up/organisation-choices.js';
import { Meanwhile } from '../../set-up/pages/meanwhile.js';
import { saveEdit, type ShownEdit } from '../../set-up/pages/save-edit.js';
import { SetUpPages, type Answering } from '../../set-up/pages/set-up-pages.js';
import { TicketsRepository } from '../../tickets/tickets.repository.js';
import { AllocationsRepository } from '../allocations.repository.js';
import { ChangeAllocations } from '../change-allocations.js';
import { whomInWords, type Allocation } from '../domain/allocation-details.js';
import { PlacesField, readPlaces } from './allocation-form.js';

/** Changes how many places are free. */
@Controller('conference/manage/:id/allocations/:allocationId/edit')
export class EditAllocationPage {
  constructor(
    private readonly pages: SetUpPages,
    private readonly tickets: TicketsRepository,
    private readonly organisations: OrganisationChoices,
    private readonly allocations: AllocationsRepository,
    private readonly changeAllocations: ChangeAllocations,
    private readonly lastChange: LastChange,
  ) {}

  @Get()
  async show(
    @Param('id') id: string,
    @Param('allocationId') allocationId: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const conference = await this.pages.conference(id);
    const thing = await this.allocations.read(id, allocationId);
    const shown = form({ places: String(thing.places) });
    const page = { thing, shown, version: thing.version, isConflict: false };
    return this.send({ request, reply, conference }, page, 200);
  }

  @Post()
  async save(
    @Param('id') conferenceId: string,
    @Param('allocationId') id: string,
    @Body() body: unknown,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const conference = await this.pages.conference(conferenceId);
    return saveEdit<Allocation>(submittedValues(body), {
      names: ['places'],
      save: (values, version) => {
        const seen = { conferenceId, id, version };
        return this.changeAllocations.edit(actorOf(request), seen, readPlaces(values, 0));
      },
      read: () => this.allocations.read(conferenceId, id),
      isSame: ({ places }, values) => {
        const typed = readPlaces(values, 0);
        return typed.ok && typed.value === places;
      },
      saved: () => this.pages.done(reply, conferenceId, 'allocations', 'The free places are saved.'),
      show: (page, status) => this.send({ request, reply, conference }, page, status),
    });
  }

  private async send(answering: Answering, page: ShownEdit<Allocation>, status: number) {
    const { conference } = answering;
    const { thing, shown, version, isConflict } = page;
    const ticket = await this.tickets.read(conference, thing.ticketTypeId);
    const whom = whomInWords(thing, await this.organisations.all());
    const taken = (await this.allocations.taken(conference.id)).get(thing.id) ?? 0;
    const action = thingPath(conference.id, 'allocations', thing.id, 'edit');
    const change = isConflict ? await this.lastChange.of(conference.id, thing) : null;
    const thingPage = {
      part: 'allocations',
      heading: `Change free places of “${ticket.name}”`,
      action,
      shown,
      hidden: { version: String(version) },
      saveLabel: isConflict ? 'Save mine in place of theirs' : 'Save the changes',
      notice: <Meanwhile what="number of free places" change={change} reloadPath={action} />,
      children: (
        <>
          <p class="govuk-body">
            For: {whom}. Taken in all: {taken}. Whoever has one keeps it, also if there are fewer from now on.
          </p>
          <PlacesField form={shown} />
        </>
      ),
    } as const;
    return this.pages.sendThing(answering, thingPage, status);
  }
}
