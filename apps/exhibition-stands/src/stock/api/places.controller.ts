import { Controller, Get, Param, Post, Put, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { checkRange } from '#checks';
import { actorOf, asPrecondition, readJson, requiredVersion, Transactions, versionTag } from '#platform';
import { CountPlace, countRules } from '../counting/count-place.js';
import { ReadCount } from '../counting/read-count.js';
import { FindStock } from '../reading/find-stock.js';
import { staffDoer } from '../recording/doer.js';
import { SavePlace } from '../setting-up/save-place.js';
import { StockAnswers } from './stock-answers.js';
import { countJson, placeJson } from './stock-json.js';
import { countInput, placeEdit, placeInput } from './stock.schema.js';

/** Places of the stock and counts of what is in them, for programs. */
@Controller('api/v1/exhibition-stands/stock')
export class StockPlacesController {
  constructor(
    private readonly answers: StockAnswers,
    private readonly find: FindStock,
    private readonly save: SavePlace,
    private readonly count: CountPlace,
    private readonly counts: ReadCount,
    private readonly transactions: Transactions,
  ) {}

  @Get('places')
  async list(@Res() reply: FastifyReply) {
    const [places, levels] = await Promise.all([this.find.places(), this.find.levels()]);
    return this.answers.one(reply, { items: places.map((place) => placeJson(place, levels)) });
  }

  @Get('places/:code')
  async show(@Param('code') code: string, @Res() reply: FastifyReply) {
    const place = await this.shown(code);
    return this.answers.one(reply.header('etag', versionTag(place.version)), place);
  }

  @Post('places')
  add(@Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const input = readJson(request, placeInput);
    return this.answers.once(
      request,
      reply,
      201,
      async (manager) => (await this.save.add(manager, actorOf(request), input)).code,
      (code) => this.shown(code),
    );
  }

  @Put('places/:code')
  async change(@Param('code') code: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const version = requiredVersion(request);
    const input = readJson(request, placeEdit);
    await asPrecondition(
      this.transactions.run((manager) =>
        this.save.change(manager, actorOf(request), { code, version }, input),
      ),
    );
    return this.show(code, reply);
  }

  @Post('places/:code/counts')
  async addCount(@Param('code') code: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const { counts } = readJson(request, countInput);
    const place = await this.find.place(code);
    const counted = counts.map(({ itemId, counted: number }, index) => ({
      itemId,
      counted: checkRange(number, `counts.${index}.counted`, countRules),
    }));
    return this.answers.once(
      request,
      reply,
      201,
      async (manager) => (await this.count.run(manager, staffDoer(actorOf(request)), place, counted)).id,
      async (id) => countJson(await this.counts.of(id)),
    );
  }

  @Get('counts/:countId')
  async showCount(@Param('countId') id: string, @Res() reply: FastifyReply) {
    return this.answers.one(reply, countJson(await this.counts.of(id)));
  }

  private async shown(code: string) {
    const [place, levels] = await Promise.all([this.find.place(code), this.find.levels()]);
    return placeJson(place, levels);
  }
}
