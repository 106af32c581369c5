import { Controller, Delete, Get, Param, Post, Put, Req, Res } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { DataSource } from 'typeorm';
import { checkRange } from '#checks';
import {
  actorOf,
  asPrecondition,
  idempotently,
  notKept,
  readJson,
  requiredVersion,
  versionTag,
} from '#platform';
import { FindVisit } from '../../visits/find-visit.js';
import { CloseScoring } from '../close-scoring.js';
import { weightRules } from '../domain/criteria.js';
import { KeepAssessors } from '../keep-assessors.js';
import { KeepCriteria } from '../keep-criteria.js';
import { OverrideOutcome } from '../override-outcome.js';
import { PublishSeed } from '../publish-seed.js';
import { ReadSelection } from '../read-selection.js';
import { RunSelection } from '../run-selection.js';
import { TellSelection } from '../tell-selection.js';
import { selectionJson } from './selection-json.js';
import { assessorInput, criteriaInput, overrideInput, runInput } from './selection.schema.js';

/** The selection for a visit, for programs of staff. */
@Controller('api/v1/study-visits/visits/:id/selection')
export class SelectionController {
  constructor(
    private readonly visits: FindVisit,
    private readonly selections: ReadSelection,
    private readonly criteria: KeepCriteria,
    private readonly assessors: KeepAssessors,
    private readonly seed: PublishSeed,
    private readonly closing: CloseScoring,
    private readonly running: RunSelection,
    private readonly override: OverrideOutcome,
    private readonly telling: TellSelection,
    @InjectDataSource() private readonly dataSource: DataSource,
  ) {}

  @Get('steps')
  async show(@Param('id') key: string, @Res() reply: FastifyReply) {
    return this.send(reply, await this.json(await this.idOf(key)));
  }

  @Put('criteria')
  async keepCriteria(@Param('id') key: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const seen = requiredVersion(request);
    const sent = readJson(request, criteriaInput);
    const inputs = sent.criteria.map(({ title, text, weight }, index) => ({
      title,
      text,
      weight: checkRange(weight, `criteria.${index}.weight`, weightRules),
    }));
    const id = await this.idOf(key);
    await asPrecondition(this.criteria.run(actorOf(request), id, seen, inputs));
    return this.send(reply, await this.json(id));
  }

  @Post('assessors')
  async addAssessor(@Param('id') key: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const { email } = readJson(request, assessorInput);
    return this.step(request, reply, key, (id) => this.assessors.add(actorOf(request), id, email));
  }

  @Delete('assessors/:assessorId')
  async removeAssessor(
    @Param('id') key: string,
    @Param('assessorId') assessorId: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    await this.assessors.remove(actorOf(request), await this.idOf(key), assessorId);
    return reply.code(204).headers(notKept).send();
  }

  @Post('seed')
  publishSeed(@Param('id') key: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    return this.step(request, reply, key, (id) => this.seed.run(actorOf(request), id));
  }

  @Post('close-scoring')
  closeScoring(@Param('id') key: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    return this.step(request, reply, key, (id) => this.closing.run(actorOf(request), id));
  }

  @Post('run')
  run(@Param('id') key: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const seen = requiredVersion(request);
    const input = readJson(request, runInput);
    return this.step(request, reply, key, (id) => this.running.run(actorOf(request), id, seen, input));
  }

  @Post('outcomes/:applicationId')
  decide(
    @Param('id') key: string,
    @Param('applicationId') applicationId: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const seen = requiredVersion(request);
    const input = readJson(request, overrideInput);
    return this.step(request, reply, key, (id) =>
      this.override.run(actorOf(request), id, applicationId, seen, input),
    );
  }

  @Post('tell')
  tell(@Param('id') key: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const seen = requiredVersion(request);
    return this.step(request, reply, key, (id) => this.telling.run(actorOf(request), id, seen));
  }

  private async step(
    request: FastifyRequest,
    reply: FastifyReply,
    key: string,
    work: (id: string) => Promise<unknown>,
  ) {
    const id = await this.idOf(key);
    const answer = await idempotently(this.dataSource, request, async () => {
      await asPrecondition(work(id));
      return { status: 200, body: await this.json(id) };
    });
    return this.send(reply.code(answer.status), answer.body as Awaited<ReturnType<typeof this.json>>);
  }

  private async idOf(key: string): Promise<string> {
    return (await this.visits.byIdOrSlug(key)).id;
  }

  private async json(id: string) {
    const [visit, selection, criteria, progress, outcomes, standing] = await Promise.all([
      this.visits.byId(id),
      this.selections.of(id),
      this.selections.criteria(id),
      this.selections.progress(id),
      this.selections.outcomes(id),
      this.selections.standing(id),
    ]);
    return selectionJson({ visit, selection, criteria, progress, outcomes, applications: standing.length });
  }

  private send(reply: FastifyReply, body: { readonly version: number }) {
    return reply.headers({ ...notKept, etag: versionTag(body.version) }).send(body);
  }
}
