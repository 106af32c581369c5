import { Body, Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { actorOf } from '#platform';
import { form, submittedValues } from '#ui';
import { thingPath } from '../../set-up/addresses.js';
import { changesBetween } from '../../set-up/domain/changes.js';
import { LastChange } from '../../set-up/last-change.js';
import { Meanwhile } from '../../set-up/pages/meanwhile.js';
import { saveEdit, type ShownEdit } from '../../set-up/pages/save-edit.js';
import { SetUpPages, type Answering } from '../../set-up/pages/set-up-pages.js';
import { TicketsRepository } from '../../tickets/tickets.repository.js';
import { ChangePools } from '../change-pools.js';
import { checkPool, poolWords, type Pool } from '../domain/pool-details.js';
import { fillPool, PoolFields, poolNames, readPool } from '../form/pool-form.js';
import { PoolsRepository } from '../pools.repository.js';
import { savedWords } from './pools.page.js';

/** Changes a limit. */
@Controller('conference/manage/:id/pools/:poolId/edit')
export class EditPoolPage {
  constructor(
    private readonly pages: SetUpPages,
    private readonly tickets: TicketsRepository,
    private readonly pools: PoolsRepository,
    private readonly changePools: ChangePools,
    private readonly lastChange: LastChange,
  ) {}

  @Get()
  async show(
    @Param('id') id: string,
    @Param('poolId') poolId: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const conference = await this.pages.conference(id);
    const thing = await this.pools.read(id, poolId);
    const page = { thing, shown: form(fillPool(thing)), version: thing.version, isConflict: false };
    return this.send({ request, reply, conference }, page, 200);
  }

  @Post()
  async save(
    @Param('id') conferenceId: string,
    @Param('poolId') id: string,
    @Body() body: unknown,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const conference = await this.pages.conference(conferenceId);
    const tickets = await this.tickets.list(conference);
    return saveEdit<Pool>(submittedValues(body), {
      names: poolNames,
      save: (values, version) =>
        this.changePools.edit(actorOf(request), { conferenceId, id, version }, readPool(values)),
      read: () => this.pools.read(conferenceId, id),
      isSame: (pool, values) => {
        const typed = checkPool(readPool(values), tickets);
        return (
          typed.ok && changesBetween(poolWords(pool, tickets), poolWords(typed.value, tickets)).length === 0
        );
      },
      saved: async (pool) => {
        const state = (await this.pools.states(conferenceId, [pool])).get(id);
        return this.pages.done(reply, conferenceId, 'pools', savedWords(pool.name, state?.over ?? 0));
      },
      show: (page, status) => this.send({ request, reply, conference }, page, status),
    });
  }

  private async send(answering: Answering, page: ShownEdit<Pool>, status: number) {
    const { conference } = answering;
    const { thing, shown, version, isConflict } = page;
    const tickets = await this.tickets.list(conference);
    const action = thingPath(conference.id, 'pools', thing.id, 'edit');
    const change = isConflict ? await this.lastChange.of(conference.id, thing) : null;
    const thingPage = {
      part: 'pools',
      heading: `Change the limit “${thing.name}”`,
      action,
      shown,
      hidden: { version: String(version) },
      saveLabel: isConflict ? 'Save mine in place of theirs' : 'Save the changes',
      notice: <Meanwhile what="limit" change={change} reloadPath={action} />,
      children: <PoolFields form={shown} tickets={tickets} />,
    } as const;
    return this.pages.sendThing(answering, thingPage, status);
  }
}
