import { Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { DataSource } from 'typeorm';
import { actorOf, idempotently, notKept, readJson, unprocessable } from '#platform';
import { FindExhibition } from '../../exhibitions/find-exhibition.js';
import { checkReason, DecideSwap } from '../decide-swap.js';
import { ReadSwaps } from '../read-swaps.js';
import { mustBeDecided } from '../refusals.js';
import { swapJson, swapsJson } from './swaps-json.js';
import { swapDecisionInput } from './swaps.schema.js';

/** Swaps of shifts, for programs of staff. */
@Controller('api/v1/exhibition-stands/exhibitions/:id/swaps')
export class SwapsController {
  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    private readonly exhibitions: FindExhibition,
    private readonly swaps: ReadSwaps,
    private readonly decide: DecideSwap,
  ) {}

  @Get()
  async list(@Param('id') name: string, @Res() reply: FastifyReply) {
    const { id } = await this.exhibitions.byIdOrSlug(name);
    return reply.headers(notKept).send(swapsJson(await this.swaps.ofExhibition(id)));
  }

  @Get(':swapId')
  async show(@Param('id') name: string, @Param('swapId') swapId: string, @Res() reply: FastifyReply) {
    const { id } = await this.exhibitions.byIdOrSlug(name);
    return reply.headers(notKept).send(swapJson(await this.swaps.one(id, swapId)));
  }

  @Post(':swapId/decisions')
  async act(
    @Param('id') name: string,
    @Param('swapId') swapId: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const { decision, reason: said } = readJson(request, swapDecisionInput);
    const reason = checkReason(decision, said);
    if (!reason.ok) throw unprocessable(reason.problems);
    const { id } = await this.exhibitions.byIdOrSlug(name);
    const { swap, names } = await this.swaps.one(id, swapId);
    const answer = await idempotently(this.dataSource, request, async () => {
      const wanted = { decision, reason: reason.value ?? '' };
      mustBeDecided(await this.decide.run(actorOf(request), id, swapId, wanted), swap, names);
      return { status: 200, body: swapJson(await this.swaps.one(id, swapId)) };
    });
    return reply.code(answer.status).headers(notKept).send(answer.body);
  }
}
