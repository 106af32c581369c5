import { Controller, Delete, Get, Param, Post, Put, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { accepted } from '#checks';
import { actorOf, readJson, requiredVersion } from '#platform';
import { StaffConferences } from '../../conferences/staff-conferences.js';
import { ThingAnswers } from '../../set-up/api/thing-answers.js';
import { AllocationsRepository } from '../allocations.repository.js';
import { ChangeAllocations } from '../change-allocations.js';
import type { Allocation } from '../domain/allocation-details.js';
import { allocationEdit, allocationInput } from './allocation-paths.js';

/** Free places, for programs. */
@Controller('api/v1/conference-registration/conferences/:id/allocations')
export class AllocationsController {
  constructor(
    private readonly answers: ThingAnswers,
    private readonly conferences: StaffConferences,
    private readonly allocations: AllocationsRepository,
    private readonly changeAllocations: ChangeAllocations,
  ) {}

  @Get()
  async list(@Param('id') id: string, @Res() reply: FastifyReply) {
    await this.conferences.read(id);
    const taken = await this.allocations.taken(id);
    const items = (await this.allocations.list(id)).map((each) => ({
      ...json(each),
      taken: taken.get(each.id) ?? 0,
    }));
    return this.answers.list(reply, items);
  }

  @Post()
  async add(@Param('id') id: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const { ticketTypeId, category, organisationId, places } = readJson(request, allocationInput);
    const input = {
      ticketTypeId,
      category: category ?? '',
      organisationId: organisationId ?? '',
      places: accepted(places),
    };
    return this.answers.made(request, reply, `${id}/allocations`, async (manager) =>
      json(await this.changeAllocations.add(manager, actorOf(request), id, input)),
    );
  }

  @Get(':allocationId')
  async show(
    @Param('id') id: string,
    @Param('allocationId') allocationId: string,
    @Res() reply: FastifyReply,
  ) {
    await this.conferences.read(id);
    return this.answers.one(reply, json(await this.allocations.read(id, allocationId)));
  }

  @Put(':allocationId')
  async edit(
    @Param('id') conferenceId: string,
    @Param('allocationId') id: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const seen = { conferenceId, id, version: requiredVersion(request) };
    const { places } = readJson(request, allocationEdit);
    const edited = this.changeAllocations.edit(actorOf(request), seen, accepted(places));
    return this.answers.changed(reply, edited.then(json));
  }

  @Delete(':allocationId')
  async remove(
    @Param('id') id: string,
    @Param('allocationId') allocationId: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    await this.changeAllocations.remove(actorOf(request), id, allocationId);
    return this.answers.gone(reply);
  }
}

/** Free places as the API tells of them. */
function json({ id, ticketTypeId, category, organisationId, places, version }: Allocation) {
  return { id, ticketTypeId, category, organisationId, places, version };
}
