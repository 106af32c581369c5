import { Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { DataSource } from 'typeorm';
import { checkRange } from '#checks';
import { notFound, readJson } from '#platform';
import { CountPlace, countRules } from '../counting/count-place.js';
import { ReadCount } from '../counting/read-count.js';
import { ReadLedger } from '../reading/read-ledger.js';
import { quantityRules, RecordMovement } from '../recording/record-movement.js';
import { StockMovementRow } from '../stock-ledger.entity.js';
import { OwnStands, placeAt } from '../volunteers/own-stand.js';
import { handOutInput, ownCountInput } from './own-stock.schema.js';
import { StockAnswers } from './stock-answers.js';
import { countJson, movementJson, ownStockJson } from './stock-json.js';

/** What volunteers hand out and count on the stand that they are on, by their own links, for programs. */
@Controller('api/v1/exhibition-stands/team-links/:secret/stock')
export class OwnStockController {
  constructor(
    private readonly answers: StockAnswers,
    private readonly stands: OwnStands,
    private readonly record: RecordMovement,
    private readonly ledger: ReadLedger,
    private readonly count: CountPlace,
    private readonly counts: ReadCount,
    @InjectDataSource() private readonly dataSource: DataSource,
  ) {}

  @Get()
  async show(@Param('secret') secret: string, @Res() reply: FastifyReply) {
    return this.answers.one(reply, ownStockJson(await this.stands.read(secret)));
  }

  @Post('hand-outs')
  async handOut(@Param('secret') secret: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const { item, from, quantity } = readJson(request, handOutInput);
    const stand = await this.stands.read(secret);
    const input = {
      kind: 'hand-out' as const,
      item,
      from: placeAt(stand, from).place.code,
      to: '',
      quantity: checkRange(quantity, 'quantity', quantityRules),
      note: '',
    };
    return this.answers.once(
      request,
      reply,
      201,
      async (manager) =>
        (await this.record.run(manager, this.stands.doer(secret), input, stand.exhibition.id)).act.id,
      async (actId) => {
        const { id } = await this.dataSource.manager.findOneByOrFail(StockMovementRow, { actId });
        return movementJson(await this.ledger.line(id));
      },
    );
  }

  @Post('counts')
  async addCount(
    @Param('secret') secret: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const sent = readJson(request, ownCountInput);
    const { place } = placeAt(await this.stands.read(secret), sent.place);
    const counted = sent.counts.map(({ itemId, counted: number }, index) => ({
      itemId,
      counted: checkRange(number, `counts.${index}.counted`, countRules),
    }));
    return this.answers.once(
      request,
      reply,
      201,
      async (manager) => (await this.count.run(manager, this.stands.doer(secret), place, counted)).id,
      async (id) => countJson(await this.counts.of(id)),
    );
  }

  /** Those of others are not theirs to see. */
  @Get('counts/:countId')
  async showCount(@Param('secret') secret: string, @Param('countId') id: string, @Res() reply: FastifyReply) {
    const { member } = await this.stands.read(secret);
    const result = await this.counts.of(id);
    if (result.act.teamMemberId !== member.id) throw notFound('There is no such count of yours.');
    return this.answers.one(reply, countJson(result));
  }
}
