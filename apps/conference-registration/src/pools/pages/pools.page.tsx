import { Body, Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { actorOf } from '#platform';
import { plural, submittedValues } from '#ui';
import { newThingPath } from '../../set-up/addresses.js';
import { blankForm, SaveNew, type ShownNew } from '../../set-up/pages/save-new.js';
import { SetUpPages, type Answering } from '../../set-up/pages/set-up-pages.js';
import { TicketsRepository } from '../../tickets/tickets.repository.js';
import { ChangePools } from '../change-pools.js';
import { blankPool, PoolFields, poolNames, readPool } from '../form/pool-form.js';
import { PoolsRepository } from '../pools.repository.js';
import { PoolsView } from './pools.view.js';

/** The limits that a conference's ticket types share, and how they stand. */
@Controller('conference/manage/:id/pools')
export class PoolsPage {
  constructor(
    private readonly pages: SetUpPages,
    private readonly saveNew: SaveNew,
    private readonly tickets: TicketsRepository,
    private readonly pools: PoolsRepository,
    private readonly changePools: ChangePools,
  ) {}

  @Get()
  async list(@Param('id') id: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const conference = await this.pages.conference(id);
    const [tickets, pools] = await Promise.all([this.tickets.list(conference), this.pools.list(id)]);
    const states = await this.pools.states(id, pools);
    const view = <PoolsView conferenceId={id} pools={pools} states={states} tickets={tickets} />;
    return this.pages.sendList({ request, reply, conference }, 'pools', view);
  }

  @Get('new')
  async show(@Param('id') id: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const conference = await this.pages.conference(id);
    return this.send({ request, reply, conference }, blankForm(blankPool), 200);
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
      names: poolNames,
      make: async (manager, values) => {
        const pool = await this.changePools.add(manager, actor, id, readPool(values));
        return pool.id;
      },
      saved: (_, poolId) => this.saved(reply, id, poolId),
      show: (page) => this.send({ request, reply, conference }, page, 422),
    });
  }

  private async saved(reply: FastifyReply, id: string, poolId: string) {
    const pool = await this.pools.read(id, poolId);
    const state = (await this.pools.states(id, [pool])).get(poolId);
    return this.pages.done(reply, id, 'pools', savedWords(pool.name, state?.over ?? 0));
  }

  private async send(answering: Answering, { shown, token }: ShownNew, status: number) {
    const { conference } = answering;
    const tickets = await this.tickets.list(conference);
    const page = {
      part: 'pools',
      heading: 'Set a limit',
      action: newThingPath(conference.id, 'pools'),
      shown,
      hidden: { once: token },
      saveLabel: 'Set the limit',
      children: <PoolFields form={shown} tickets={tickets} />,
    } as const;
    return this.pages.sendThing(answering, page, status);
  }
}

/** What is said after a limit was saved. @param over how many more are taken than there are places */
export function savedWords(name: string, over: number): string {
  if (over === 0) return `The limit “${name}” is saved.`;
  return `The limit “${name}” is saved. ${plural(over, 'place')} more than it has ${over === 1 ? 'is' : 'are'} taken already: nobody loses theirs, and no more are sold.`;
}
