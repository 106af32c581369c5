import { Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { DataSource } from 'typeorm';
import { actorOf, idempotently, notKept, readJson, Transactions, versionTag } from '#platform';
import { FindVisit } from '../../visits/find-visit.js';
import { AddLeader } from '../add-leader.js';
import type { Traveller } from '../domain/traveller.js';
import { ReadTravellers } from '../read-travellers.js';
import { ReplaceTraveller } from '../replace-traveller.js';
import { WithdrawTraveller } from '../withdraw-traveller.js';
import { travellerJson } from './traveller-json.js';
import { leaderInput, replaceInput, withdrawInput } from './traveller.schema.js';

/** Who travels, for programs of staff. */
@Controller('api/v1/study-visits')
export class TravellersController {
  constructor(
    private readonly visits: FindVisit,
    private readonly travellers: ReadTravellers,
    private readonly leaders: AddLeader,
    private readonly withdrawing: WithdrawTraveller,
    private readonly replacing: ReplaceTraveller,
    private readonly transactions: Transactions,
    @InjectDataSource() private readonly dataSource: DataSource,
  ) {}

  @Get('visits/:id/travellers')
  async list(@Param('id') key: string, @Res() reply: FastifyReply) {
    const { id } = await this.visits.byIdOrSlug(key);
    return reply.headers(notKept).send({ items: (await this.travellers.all(id)).map(travellerJson) });
  }

  @Post('visits/:id/travellers')
  async addLeader(@Param('id') key: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const input = readJson(request, leaderInput);
    const { id } = await this.visits.byIdOrSlug(key);
    return this.once(request, reply, 201, () =>
      this.transactions.run((manager) => this.leaders.run(manager, actorOf(request), id, input)),
    );
  }

  @Post('visits/:id/travellers/:travellerId/withdraw')
  async withdraw(
    @Param('id') key: string,
    @Param('travellerId') travellerId: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const { why } = readJson(request, withdrawInput);
    const which = { visitId: (await this.visits.byIdOrSlug(key)).id, travellerId };
    return this.once(request, reply, 200, () =>
      this.withdrawing.run(actorOf(request), which, why, request.id),
    );
  }

  @Post('visits/:id/travellers/:travellerId/replace')
  async replace(
    @Param('id') key: string,
    @Param('travellerId') travellerId: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const input = readJson(request, replaceInput);
    const which = { visitId: (await this.visits.byIdOrSlug(key)).id, travellerId };
    return this.once(request, reply, 201, () =>
      this.replacing.run(actorOf(request), which, input, request.id),
    );
  }

  private async once(
    request: FastifyRequest,
    reply: FastifyReply,
    status: 200 | 201,
    work: () => Promise<Traveller>,
  ) {
    const answer = await idempotently(this.dataSource, request, async () => ({
      status,
      body: travellerJson(await work()),
    }));
    const { version } = answer.body as { readonly version: number };
    return reply
      .code(answer.status)
      .headers({ ...notKept, etag: versionTag(version) })
      .send(answer.body);
  }
}
