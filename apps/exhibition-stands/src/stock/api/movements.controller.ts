import { Controller, Get, Param, Post, Query, Req, Res } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { DataSource } from 'typeorm';
import { checkRange } from '#checks';
import { actorOf, cursorPage, decodeCursor, readJson, readQuery, type SentQuery } from '#platform';
import { idPattern } from '../../domain/ids.js';
import { FindStock } from '../reading/find-stock.js';
import { ReadLedger } from '../reading/read-ledger.js';
import { CorrectMovement, rightRules } from '../recording/correct-movement.js';
import { staffDoer } from '../recording/doer.js';
import { quantityRules, RecordMovement } from '../recording/record-movement.js';
import { StockMovementRow } from '../stock-ledger.entity.js';
import { StockAnswers } from './stock-answers.js';
import { movementJson } from './stock-json.js';
import { correctionInput, movementInput, movementsQuery } from './stock.schema.js';

/** The ledger of the stock, for programs. */
@Controller('api/v1/exhibition-stands/stock/movements')
export class StockMovementsController {
  constructor(
    private readonly answers: StockAnswers,
    private readonly find: FindStock,
    private readonly ledger: ReadLedger,
    private readonly record: RecordMovement,
    private readonly correct: CorrectMovement,
    @InjectDataSource() private readonly dataSource: DataSource,
  ) {}

  @Get()
  async list(@Query() query: SentQuery, @Res() reply: FastifyReply) {
    const { cursor, limit, item, place } = readQuery(query, movementsQuery);
    const placeId = place === undefined ? undefined : (await this.find.place(place)).id;
    const [before = null] = cursor === undefined ? [] : decodeCursor(cursor, [idPattern]);
    const rows = await this.ledger.lines({ itemId: item, placeId }, before, limit + 1);
    const { items, nextCursor } = cursorPage(rows, limit, (row) => [row.id]);
    return this.answers.one(reply, { items: items.map(movementJson), nextCursor });
  }

  @Post()
  add(@Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const { from, to, quantity, ...sent } = readJson(request, movementInput);
    const input = {
      ...sent,
      from: from ?? '',
      to: to ?? '',
      quantity: checkRange(quantity, 'quantity', quantityRules),
    };
    return this.answers.once(
      request,
      reply,
      201,
      async (manager) => (await this.record.run(manager, staffDoer(actorOf(request)), input)).act.id,
      (actId) => this.shown(actId),
    );
  }

  @Post(':movementId/corrections')
  addCorrection(@Param('movementId') id: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const { quantity, note } = readJson(request, correctionInput);
    const right = checkRange(quantity, 'quantity', rightRules);
    return this.answers.once(
      request,
      reply,
      201,
      async (manager) => (await this.correct.run(manager, staffDoer(actorOf(request)), id, right, note)).id,
      (actId) => this.shown(actId),
    );
  }

  /** The one line of an act. */
  private async shown(actId: string) {
    const { id } = await this.dataSource.manager.findOneByOrFail(StockMovementRow, { actId });
    return movementJson(await this.ledger.line(id));
  }
}
