import { Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { DataSource } from 'typeorm';
import { actorOf, idempotently, notFound, notKept, readJson, RunOnce } from '#platform';
import type { Exhibition } from '../../exhibitions/domain/exhibition.js';
import { FindExhibition } from '../../exhibitions/find-exhibition.js';
import { PublishRota } from '../publish-rota.js';
import { ReadCurrent } from '../read-current.js';
import { ReadPublishing } from '../read-publishing.js';
import { ReadRota } from '../read-rota.js';
import { ReadTeamNames } from '../read-team-names.js';
import { currentJson, publishedJson, publishingJson } from './published-json.js';
import { publishInput } from './published.schema.js';

/** Publishing rotas, for programs of staff. */
@Controller('api/v1/exhibition-stands/exhibitions/:id/rota')
export class PublishedController {
  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    private readonly exhibitions: FindExhibition,
    private readonly publishing: ReadPublishing,
    private readonly rotas: ReadRota,
    private readonly currents: ReadCurrent,
    private readonly names: ReadTeamNames,
    private readonly publishRota: PublishRota,
    private readonly runOnce: RunOnce,
  ) {}

  @Get('publishing')
  async show(@Param('id') idOrSlug: string, @Res() reply: FastifyReply) {
    const exhibition = await this.exhibitions.byIdOrSlug(idOrSlug);
    const publishing = await this.publishing.of(exhibition);
    return reply.headers(notKept).send(publishingJson(publishing, await this.names.of(exhibition.id)));
  }

  @Get('published')
  async published(@Param('id') idOrSlug: string, @Res() reply: FastifyReply) {
    const exhibition = await this.exhibitions.byIdOrSlug(idOrSlug);
    return reply.headers(notKept).send(await this.last(exhibition));
  }

  @Post('published')
  async publish(@Param('id') idOrSlug: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const { seen, overrides } = readJson(request, publishInput);
    const exhibition = await this.exhibitions.byIdOrSlug(idOrSlug);
    const reasons = new Map(overrides.map(({ key, reason }) => [key, reason]));
    const { status, body } = await idempotently(this.dataSource, request, async (attempt) => {
      const actor = actorOf(request);
      await this.runOnce.run(actor, attempt.id, {}, async (manager) => {
        const { id } = await this.publishRota.run(manager, actor, exhibition.id, { seen, reasons });
        return id;
      });
      return { status: 201, body: await this.last(exhibition) };
    });
    return reply.code(status).headers(notKept).send(body);
  }

  @Get('current')
  async current(@Param('id') idOrSlug: string, @Res() reply: FastifyReply) {
    const { id } = await this.exhibitions.byIdOrSlug(idOrSlug);
    return reply.headers(notKept).send(currentJson(await this.currents.of(id), await this.names.of(id)));
  }

  private async last({ id }: Exhibition) {
    const rota = await this.rotas.last(id);
    if (rota === null) throw notFound('No rota of this exhibition is published yet.');
    return publishedJson(rota, await this.rotas.assignments(rota));
  }
}
