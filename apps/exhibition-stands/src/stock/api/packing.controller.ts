import { Controller, Delete, Get, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { checkRange } from '#checks';
import { actorOf, notKept, readJson, Transactions } from '#platform';
import { FindExhibition } from '../../exhibitions/find-exhibition.js';
import { KeepPacking } from '../packing/keep-packing.js';
import { ReadPacking } from '../packing/read-packing.js';
import { StockOnStand } from '../reading/stock-on-stand.js';
import { quantityRules } from '../recording/record-movement.js';
import { StockAnswers } from './stock-answers.js';
import { packingJson, standJson } from './stock-json.js';
import { packingCopyInput, packingInput } from './stock.schema.js';

/** The stock of an exhibition and its packing list, for programs. */
@Controller('api/v1/exhibition-stands/exhibitions/:id')
export class StockPackingController {
  constructor(
    private readonly answers: StockAnswers,
    private readonly exhibitions: FindExhibition,
    private readonly onStand: StockOnStand,
    private readonly packing: ReadPacking,
    private readonly keep: KeepPacking,
    private readonly transactions: Transactions,
  ) {}

  @Get('stock')
  async stock(@Param('id') key: string, @Res() reply: FastifyReply) {
    const exhibition = await this.exhibitions.byIdOrSlug(key);
    return this.answers.one(reply, standJson(await this.onStand.of(exhibition)));
  }

  @Get('packing')
  async list(@Param('id') key: string, @Res() reply: FastifyReply) {
    const { id } = await this.exhibitions.byIdOrSlug(key);
    return this.answers.one(reply, packingJson(await this.packing.of(id)));
  }

  @Post('packing')
  async add(@Param('id') key: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const { item, quantity, from, into } = readJson(request, packingInput);
    const { id } = await this.exhibitions.byIdOrSlug(key);
    const input = { item, from, into, quantity: checkRange(quantity, 'quantity', quantityRules) };
    return this.answers.once(
      request,
      reply,
      201,
      (manager) => this.keep.add(manager, actorOf(request), id, input),
      async () => packingJson(await this.packing.of(id)),
    );
  }

  @Post('packing/copy')
  async copy(@Param('id') key: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const { exhibition: from, into } = readJson(request, packingCopyInput);
    const { id } = await this.exhibitions.byIdOrSlug(key);
    return this.answers.once(
      request,
      reply,
      201,
      async (manager) => String(await this.keep.copy(manager, actorOf(request), id, { from, into })),
      async () => packingJson(await this.packing.of(id)),
    );
  }

  @Post('packing/:lineId/pack')
  async pack(
    @Param('id') key: string,
    @Param('lineId') lineId: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const { id } = await this.exhibitions.byIdOrSlug(key);
    return this.answers.once(
      request,
      reply,
      200,
      async (manager) => {
        await this.keep.pack(manager, actorOf(request), id, lineId);
        return lineId;
      },
      async () => packingJson(await this.packing.of(id)),
    );
  }

  @Delete('packing/:lineId')
  async remove(
    @Param('id') key: string,
    @Param('lineId') lineId: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const { id } = await this.exhibitions.byIdOrSlug(key);
    await this.transactions.run((manager) => this.keep.remove(manager, actorOf(request), id, lineId));
    return reply.code(204).headers(notKept).send();
  }
}
