import { Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Temporal } from 'temporal-polyfill';
import { accepted, checkRange } from '#checks';
import { actorOf, notFound, readJson } from '#platform';
import { isId } from '../../domain/ids.js';
import { PlanTransport } from '../carrying/plan-transport.js';
import { ReadTransports } from '../carrying/read-transports.js';
import { quantityRules } from '../recording/record-movement.js';
import { StockAnswers } from './stock-answers.js';
import { transportJson } from './stock-json.js';
import { transportInput } from './stock.schema.js';

/** Who carries what, for programs. */
@Controller('api/v1/exhibition-stands/stock/transports')
export class StockTransportsController {
  constructor(
    private readonly answers: StockAnswers,
    private readonly transports: ReadTransports,
    private readonly plan: PlanTransport,
  ) {}

  @Get()
  async list(@Res() reply: FastifyReply) {
    return this.answers.one(reply, { items: (await this.transports.all()).map(transportJson) });
  }

  @Get(':transportId')
  async show(@Param('transportId') id: string, @Res() reply: FastifyReply) {
    return this.answers.one(reply, await this.shown(id));
  }

  @Post()
  add(@Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const { plannedAt, items, ...sent } = readJson(request, transportInput);
    const input = {
      ...sent,
      plannedAt: accepted(Temporal.Instant.from(plannedAt)),
      items: items.map(({ itemId, quantity }, index) => ({
        itemId,
        quantity: checkRange(quantity, `items.${index}.quantity`, quantityRules),
      })),
    };
    return this.answers.once(
      request,
      reply,
      201,
      async (manager) => (await this.plan.plan(manager, actorOf(request), input)).id,
      (id) => this.shown(id),
    );
  }

  @Post(':transportId/done')
  finish(@Param('transportId') id: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    return this.answers.once(
      request,
      reply,
      200,
      async (manager) => (await this.plan.finish(manager, actorOf(request), id)).id,
      (done) => this.shown(done),
    );
  }

  @Post(':transportId/call-off')
  callOff(@Param('transportId') id: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    return this.answers.once(
      request,
      reply,
      200,
      async (manager) => (await this.plan.callOff(manager, actorOf(request), id)).id,
      (done) => this.shown(done),
    );
  }

  private async shown(id: string) {
    const transport = isId(id) ? await this.transports.one(id) : null;
    if (transport === null) throw notFound('There is no such transport.');
    return transportJson(transport);
  }
}
