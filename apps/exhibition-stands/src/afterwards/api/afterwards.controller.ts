import { Controller, Get, Param, Post, Put, Req, Res } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { DataSource } from 'typeorm';
import {
  actorOf,
  asPrecondition,
  idempotently,
  notKept,
  readJson,
  requiredVersion,
  RunOnce,
} from '#platform';
import { ExhibitionAnswers } from '../../exhibitions/api/exhibition-answers.js';
import type { Exhibition } from '../../exhibitions/domain/exhibition.js';
import { FindExhibition } from '../../exhibitions/find-exhibition.js';
import { ReadFeedback } from '../feedback/read-feedback.js';
import { ReadHours } from '../hours/read-hours.js';
import { ReadAfterwards } from '../summary/read-afterwards.js';
import { KeepThanksWords } from '../thanks/keep-thanks-words.js';
import { PreviewThanks } from '../thanks/preview-thanks.js';
import { ReadThanks } from '../thanks/read-thanks.js';
import { SendThanks } from '../thanks/send-thanks.js';
import { afterwardsJson, feedbackJson, hoursJson, thanksJson } from './afterwards-json.js';
import { sendingInput, thanksInput } from './afterwards.schema.js';

/** What an exhibition came to, and thanking for it, for programs of staff. */
@Controller('api/v1/exhibition-stands/exhibitions/:id/afterwards')
export class AfterwardsController {
  constructor(
    private readonly answers: ExhibitionAnswers,
    private readonly exhibitions: FindExhibition,
    private readonly afterwards: ReadAfterwards,
    private readonly hours: ReadHours,
    private readonly feedback: ReadFeedback,
    private readonly thanks: ReadThanks,
    private readonly keep: KeepThanksWords,
    private readonly preview: PreviewThanks,
    private readonly sendThanks: SendThanks,
    private readonly runOnce: RunOnce,
    @InjectDataSource() private readonly dataSource: DataSource,
  ) {}

  @Get()
  async show(@Param('id') key: string, @Res() reply: FastifyReply) {
    const exhibition = await this.exhibitions.byIdOrSlug(key);
    return reply.headers(notKept).send(afterwardsJson(await this.afterwards.of(exhibition)));
  }

  @Get('hours')
  async stood(@Param('id') key: string, @Res() reply: FastifyReply) {
    const exhibition = await this.exhibitions.byIdOrSlug(key);
    return reply.headers(notKept).send(hoursJson(await this.hours.of(exhibition)));
  }

  @Get('feedback')
  async said(@Param('id') key: string, @Res() reply: FastifyReply) {
    const { id } = await this.exhibitions.byIdOrSlug(key);
    return reply.headers(notKept).send(feedbackJson(await this.feedback.of(id)));
  }

  @Get('thanks')
  async words(@Param('id') key: string, @Res() reply: FastifyReply) {
    return this.answers.thing(reply, await this.thanksOf(await this.exhibitions.byIdOrSlug(key)));
  }

  @Put('thanks')
  async change(@Param('id') key: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const version = requiredVersion(request);
    const words = readJson(request, thanksInput);
    const exhibition = await this.exhibitions.byIdOrSlug(key);
    await asPrecondition(this.keep.run(actorOf(request), exhibition.id, { ...words, version }));
    return this.answers.thing(reply, await this.thanksOf(exhibition));
  }

  /** Sent again by a program that never had the answer, it writes to nobody twice. */
  @Post('thanks/sendings')
  async thank(@Param('id') key: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const { whom } = readJson(request, sendingInput);
    const { id } = await this.exhibitions.byIdOrSlug(key);
    const actor = actorOf(request);
    const answer = await idempotently(this.dataSource, request, async (attempt) => {
      const sent = await this.runOnce.run(actor, attempt.id, { id, whom }, async (manager) =>
        String(await this.sendThanks.run(manager, actor, id, whom)),
      );
      return { status: 200, body: { whom, sent: Number(sent) } };
    });
    return reply.code(answer.status).headers(notKept).send(answer.body);
  }

  private async thanksOf(exhibition: Exhibition) {
    const [list, words] = await Promise.all([this.thanks.of(exhibition), this.thanks.words(exhibition.id)]);
    return thanksJson(exhibition.id, words, list, this.preview.of(list, words));
  }
}
