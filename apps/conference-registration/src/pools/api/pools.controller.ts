import { Controller, Delete, Get, Param, Post, Put, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { accepted } from '#checks';
import { actorOf, readJson, requiredVersion } from '#platform';
import { StaffConferences } from '../../conferences/staff-conferences.js';
import { ThingAnswers } from '../../set-up/api/thing-answers.js';
import { ChangePools } from '../change-pools.js';
import type { Pool, PoolInput } from '../domain/pool-details.js';
import { PoolsRepository } from '../pools.repository.js';
import { poolInput } from './pool-paths.js';

/** Limits that ticket types share, for programs. */
@Controller('api/v1/conference-registration/conferences/:id/pools')
export class PoolsController {
  constructor(
    private readonly answers: ThingAnswers,
    private readonly conferences: StaffConferences,
    private readonly pools: PoolsRepository,
    private readonly changePools: ChangePools,
  ) {}

  @Get()
  async list(@Param('id') id: string, @Res() reply: FastifyReply) {
    await this.conferences.read(id);
    const pools = await this.pools.list(id);
    const states = await this.pools.states(id, pools);
    const items = pools.map((pool) => {
      const { confirmed = 0, held = 0, free = pool.capacity, over = 0 } = states.get(pool.id) ?? {};
      return { ...json(pool), confirmed, held, free, over };
    });
    return this.answers.list(reply, items);
  }

  @Post()
  async add(@Param('id') id: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const input = read(request);
    return this.answers.made(request, reply, `${id}/pools`, async (manager) =>
      json(await this.changePools.add(manager, actorOf(request), id, input)),
    );
  }

  @Get(':poolId')
  async show(@Param('id') id: string, @Param('poolId') poolId: string, @Res() reply: FastifyReply) {
    await this.conferences.read(id);
    return this.answers.one(reply, json(await this.pools.read(id, poolId)));
  }

  @Put(':poolId')
  async edit(
    @Param('id') conferenceId: string,
    @Param('poolId') id: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const version = requiredVersion(request);
    const edited = this.changePools.edit(actorOf(request), { conferenceId, id, version }, read(request));
    return this.answers.changed(reply, edited.then(json));
  }

  @Delete(':poolId')
  async remove(
    @Param('id') id: string,
    @Param('poolId') poolId: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    await this.changePools.remove(actorOf(request), id, poolId);
    return this.answers.gone(reply);
  }
}

function read(request: FastifyRequest): PoolInput {
  const sent = readJson(request, poolInput);
  return { ...sent, capacity: accepted(sent.capacity) };
}

/** A limit as the API tells of it. */
function json({ id, position, name, capacity, perOrganisation, ticketTypeIds, version }: Pool) {
  return { id, position, name, capacity, perOrganisation, ticketTypeIds, version };
}
