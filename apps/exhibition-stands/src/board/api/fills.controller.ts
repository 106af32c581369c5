import { Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { DataSource } from 'typeorm';
import { actorOf, idempotently, notKept, readJson } from '#platform';
import { FindExhibition } from '../../exhibitions/find-exhibition.js';
import { apiPath } from '../../openapi/api-part.js';
import { CancelFill } from '../../rota/fill/cancel-fill.js';
import { ReadFill } from '../../rota/fill/read-fill.js';
import { AskForFill } from '../ask-for-fill.js';
import { TakeFill } from '../take-fill.js';
import { fillJson } from './draft-json.js';
import { fillInput } from './draft.schema.js';

/** The filling of rotas, for programs of staff. */
@Controller('api/v1/exhibition-stands/exhibitions/:id/fills')
export class FillsController {
  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    private readonly exhibitions: FindExhibition,
    private readonly ask: AskForFill,
    private readonly fills: ReadFill,
    private readonly cancelFill: CancelFill,
    private readonly takeFill: TakeFill,
  ) {}

  @Post()
  async begin(@Param('id') name: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const wish = readJson(request, fillInput);
    const exhibition = await this.exhibitions.byIdOrSlug(name);
    const answer = await idempotently(this.dataSource, request, async () => {
      const fill = await this.ask.run(actorOf(request), exhibition.id, wish);
      return { status: 202, body: await this.json(exhibition.id, fill.id) };
    });
    const { id } = answer.body as { readonly id: string };
    reply.header('location', `${apiPath}/exhibitions/${exhibition.id}/fills/${id}`);
    return reply.code(answer.status).headers(notKept).send(answer.body);
  }

  @Get(':fillId')
  async show(@Param('id') name: string, @Param('fillId') fillId: string, @Res() reply: FastifyReply) {
    const { id } = await this.exhibitions.byIdOrSlug(name);
    return reply.headers(notKept).send(await this.json(id, fillId));
  }

  /** Each of the three may be sent again: what is done already stays so. */
  @Post(':fillId/cancel')
  async cancel(@Param('id') name: string, @Param('fillId') fillId: string, @Res() reply: FastifyReply) {
    const { id } = await this.exhibitions.byIdOrSlug(name);
    await this.cancelFill.run(id, fillId);
    return reply
      .code(200)
      .headers(notKept)
      .send(await this.json(id, fillId));
  }

  @Post(':fillId/take')
  async take(
    @Param('id') name: string,
    @Param('fillId') fillId: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const { id } = await this.exhibitions.byIdOrSlug(name);
    await this.takeFill.take(actorOf(request), id, fillId);
    return reply
      .code(200)
      .headers(notKept)
      .send(await this.json(id, fillId));
  }

  @Post(':fillId/leave')
  async leave(@Param('id') name: string, @Param('fillId') fillId: string, @Res() reply: FastifyReply) {
    const { id } = await this.exhibitions.byIdOrSlug(name);
    await this.takeFill.leave(id, fillId);
    return reply
      .code(200)
      .headers(notKept)
      .send(await this.json(id, fillId));
  }

  private async json(exhibitionId: string, fillId: string) {
    return fillJson(await this.fills.one(exhibitionId, fillId), await this.takeFill.outcome(fillId));
  }
}
