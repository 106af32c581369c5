import { Controller, Get, Param, Post, Put, Req, Res } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { DataSource } from 'typeorm';
import type { z } from 'zod';
import { idempotently, notKept, readJson } from '#platform';
import { FindExhibition } from '../../exhibitions/find-exhibition.js';
import { ChangePasses } from '../change-passes.js';
import { LimitPasses } from '../limit-passes.js';
import { ReadPasses } from '../read-passes.js';
import { limitsInput, stepInput, type passesOutput } from './pass.schema.js';

/** The host's passes, for programs of staff. */
@Controller('api/v1/exhibition-stands/exhibitions/:id')
export class PassesController {
  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    private readonly exhibitions: FindExhibition,
    private readonly passes: ReadPasses,
    private readonly changePasses: ChangePasses,
    private readonly limitPasses: LimitPasses,
  ) {}

  @Get('passes')
  async list(@Param('id') name: string, @Res() reply: FastifyReply) {
    return reply.headers(notKept).send(await this.all(name));
  }

  @Post('passes/steps')
  async step(@Param('id') name: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const input = readJson(request, stepInput);
    const { id } = await this.exhibitions.byIdOrSlug(name);
    const { status, body } = await idempotently(this.dataSource, request, async () => ({
      status: 200,
      body: await this.changePasses.run(id, input),
    }));
    return reply.code(status).headers(notKept).send(body);
  }

  @Put('pass-limits')
  async limit(@Param('id') name: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const { limits } = readJson(request, limitsInput);
    const { id } = await this.exhibitions.byIdOrSlug(name);
    await this.limitPasses.run(id, Object.fromEntries(limits.map(({ day, places }) => [day, places])));
    return reply.headers(notKept).send(await this.all(name));
  }

  private async all(name: string): Promise<z.output<typeof passesOutput>> {
    const { days, holders } = await this.passes.of(await this.exhibitions.byIdOrSlug(name));
    return {
      days: days.map(({ day, places, taken }) => ({
        day,
        places,
        taken,
        left: places === null ? null : Math.max(0, places - taken),
      })),
      people: holders.map(({ memberId, name: person, passes }) => ({
        memberId,
        name: person,
        passes: Object.entries(passes)
          .map(([day, pass]) => ({ day, ...pass }))
          .toSorted((one, other) => one.day.localeCompare(other.day)),
      })),
    };
  }
}
