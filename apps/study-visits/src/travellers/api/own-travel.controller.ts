import { Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { DataSource } from 'typeorm';
import type { z } from 'zod';
import { idempotently, notKept, readJson, versionTag } from '#platform';
import { otherJson } from '../../double-bookings/api/double-booking-json.js';
import { FindDoubleBookings } from '../../double-bookings/find-double-bookings.js';
import { OpenTraveller } from '../open-traveller.js';
import { ReplaceTraveller } from '../replace-traveller.js';
import { WithdrawTraveller } from '../withdraw-traveller.js';
import { factsOf } from './traveller-json.js';
import { replaceInput, withdrawInput, type ownTravelOutput } from './traveller.schema.js';

/** A traveller’s own place, by their link, for programs. */
@Controller('api/v1/study-visits')
export class OwnTravelController {
  constructor(
    private readonly open: OpenTraveller,
    private readonly doubleBookings: FindDoubleBookings,
    private readonly withdrawing: WithdrawTraveller,
    private readonly replacing: ReplaceTraveller,
    @InjectDataSource() private readonly dataSource: DataSource,
  ) {}

  @Get('traveller-links/:secret')
  async own(@Param('secret') secret: string, @Res() reply: FastifyReply) {
    const own = await this.ownJson(secret);
    return reply.headers({ ...notKept, etag: versionTag(own.version) }).send(own);
  }

  @Post('traveller-links/:secret/withdraw')
  withdrawOwn(@Param('secret') secret: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const { why } = readJson(request, withdrawInput);
    return this.ownOnce(request, reply, secret, () =>
      this.withdrawing.run(null, { secret }, why, request.id),
    );
  }

  @Post('traveller-links/:secret/replace')
  replaceOwn(@Param('secret') secret: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const input = readJson(request, replaceInput);
    return this.ownOnce(request, reply, secret, () =>
      this.replacing.run(null, { secret }, input, request.id),
    );
  }

  private async ownOnce(
    request: FastifyRequest,
    reply: FastifyReply,
    secret: string,
    work: () => Promise<unknown>,
  ) {
    const answer = await idempotently(this.dataSource, request, async () => {
      await work();
      return { status: 200, body: await this.ownJson(secret) };
    });
    return reply.code(answer.status).headers(notKept).send(answer.body);
  }

  private async ownJson(secret: string): Promise<z.output<typeof ownTravelOutput>> {
    const { traveller, visit } = await this.open.read({ secret });
    const coming = traveller.status === 'confirmed' ? [traveller] : [];
    const others = (await this.doubleBookings.of(visit, coming)).get(traveller.id) ?? [];
    const { id, slug, title, region, firstDay, lastDay, status } = visit;
    return {
      ...factsOf(traveller),
      visit: { id, slug, title, region, firstDay, lastDay, status },
      bookedTwice: others.map(otherJson),
      withdrawal: { ...this.withdrawing.cost(visit, traveller) },
    };
  }
}
