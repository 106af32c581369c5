import { Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { actorOf } from '#platform';
import { thingPath } from '../../set-up/addresses.js';
import { unlessGone } from '../../set-up/problems.js';
import { SetUpPages } from '../../set-up/pages/set-up-pages.js';
import { ChangePools } from '../change-pools.js';
import { PoolsRepository } from '../pools.repository.js';

/** Lifts a limit. */
@Controller('conference/manage/:id/pools/:poolId/remove')
export class RemovePoolPage {
  constructor(
    private readonly pages: SetUpPages,
    private readonly pools: PoolsRepository,
    private readonly changePools: ChangePools,
  ) {}

  @Get()
  async show(
    @Param('id') id: string,
    @Param('poolId') poolId: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const conference = await this.pages.conference(id);
    const pool = await this.pools.read(id, poolId);
    const page = {
      part: 'pools',
      heading: `Lift the limit “${pool.name}”?`,
      action: thingPath(id, 'pools', poolId, 'remove'),
      saveLabel: 'Lift the limit',
      isWarning: true,
      cancelLabel: 'Leave it as it is',
      children: (
        <p class="govuk-body">
          What takes from it can then be booked in any number, as far as no other limit holds it back. Whoever
          waits for a place because of it is offered one. Nobody loses a place.
        </p>
      ),
    } as const;
    return this.pages.sendThing({ request, reply, conference }, page);
  }

  @Post()
  async remove(
    @Param('id') id: string,
    @Param('poolId') poolId: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    await this.pages.conference(id);
    const pool = await unlessGone(this.changePools.remove(actorOf(request), id, poolId));
    return this.pages.done(
      reply,
      id,
      'pools',
      pool === null ? 'The limit is lifted.' : `The limit “${pool.name}” is lifted.`,
    );
  }
}
