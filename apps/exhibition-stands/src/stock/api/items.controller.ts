import { Controller, Get, Param, Post, Put, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { accepted, checkRange } from '#checks';
import { actorOf, asPrecondition, readJson, requiredVersion, Transactions, versionTag } from '#platform';
import type { z } from 'zod';
import { reorderRules, type ItemInput } from '../domain/item-details.js';
import { FindStock } from '../reading/find-stock.js';
import { SaveItem } from '../setting-up/save-item.js';
import { StockAnswers } from './stock-answers.js';
import { itemJson } from './stock-json.js';
import { itemInput } from './stock.schema.js';

/** Items of the stock, for programs. */
@Controller('api/v1/exhibition-stands/stock/items')
export class StockItemsController {
  constructor(
    private readonly answers: StockAnswers,
    private readonly find: FindStock,
    private readonly save: SaveItem,
    private readonly transactions: Transactions,
  ) {}

  @Get()
  async list(@Res() reply: FastifyReply) {
    const [items, levels, places] = await Promise.all([
      this.find.items(),
      this.find.levels(),
      this.find.places(),
    ]);
    return this.answers.one(reply, { items: items.map((item) => itemJson(item, levels, places)) });
  }

  @Get(':itemId')
  async show(@Param('itemId') id: string, @Res() reply: FastifyReply) {
    const item = await this.shown(id);
    return this.answers.one(reply.header('etag', versionTag(item.version)), item);
  }

  @Post()
  add(@Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const input = inputOf(readJson(request, itemInput));
    return this.answers.once(
      request,
      reply,
      201,
      async (manager) => (await this.save.add(manager, actorOf(request), input)).id,
      (id) => this.shown(id),
    );
  }

  @Put(':itemId')
  async change(@Param('itemId') id: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const version = requiredVersion(request);
    const input = inputOf(readJson(request, itemInput));
    await asPrecondition(
      this.transactions.run((manager) => this.save.change(manager, actorOf(request), { id, version }, input)),
    );
    return this.show(id, reply);
  }

  private async shown(id: string) {
    const [item, levels, places] = await Promise.all([
      this.find.item(id),
      this.find.levels(),
      this.find.places(),
    ]);
    return itemJson(item, levels, places);
  }
}

const inputOf = ({ reorderLevel, ...sent }: z.output<typeof itemInput>): ItemInput => ({
  ...sent,
  reorderLevel:
    reorderLevel === null ? accepted(null) : checkRange(reorderLevel, 'reorderLevel', reorderRules),
});
