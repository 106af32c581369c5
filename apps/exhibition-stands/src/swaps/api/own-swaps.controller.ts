import { Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { DataSource } from 'typeorm';
import { idempotently, notKept, readJson, unprocessable } from '#platform';
import { AnswerSwap } from '../answer-swap.js';
import { AskForSwap, checkNote } from '../ask-for-swap.js';
import { ReadChoices } from '../read-choices.js';
import { ReadSwaps } from '../read-swaps.js';
import { mustBeSaid } from '../refusals.js';
import { choicesJson, ownSwapJson, ownSwapsJson } from './swaps-json.js';
import { swapAnswerInput, swapInput } from './swaps.schema.js';

/** What volunteers swap by their own links, for programs. */
@Controller('api/v1/exhibition-stands/team-links/:secret')
export class OwnSwapsController {
  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    private readonly swaps: ReadSwaps,
    private readonly choices: ReadChoices,
    private readonly ask: AskForSwap,
    private readonly answers: AnswerSwap,
  ) {}

  @Get('swaps')
  async list(@Param('secret') secret: string, @Res() reply: FastifyReply) {
    return reply.headers(notKept).send(ownSwapsJson(await this.swaps.bySecret(secret)));
  }

  @Get('shifts/:assignmentId/swap-choices')
  async possible(
    @Param('secret') secret: string,
    @Param('assignmentId') assignmentId: string,
    @Res() reply: FastifyReply,
  ) {
    return reply.headers(notKept).send(choicesJson(await this.choices.of(secret, assignmentId)));
  }

  @Post('shifts/:assignmentId/swaps')
  async begin(
    @Param('secret') secret: string,
    @Param('assignmentId') assignmentId: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const wish = readJson(request, swapInput);
    const note = checkNote(wish.note);
    if (!note.ok) throw unprocessable(note.problems);
    const answer = await idempotently(this.dataSource, request, async () => {
      const id = await this.ask.run({ secret }, assignmentId, wish.for, note.value ?? '', request.id);
      return { status: 201, body: await this.one(secret, id) };
    });
    return reply.code(answer.status).headers(notKept).send(answer.body);
  }

  @Post('swaps/:swapId/answers')
  async answer(
    @Param('secret') secret: string,
    @Param('swapId') swapId: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const { answer: said } = readJson(request, swapAnswerInput);
    const answer = await idempotently(this.dataSource, request, async () => {
      const answered = await this.answers.run({ secret }, swapId, said, request.id);
      mustBeSaid(answered, said === 'withdraw' ? 'asker' : 'other');
      return { status: 200, body: await this.one(secret, swapId) };
    });
    return reply.code(answer.status).headers(notKept).send(answer.body);
  }

  private async one(secret: string, swapId: string) {
    const { swap, member, names } = await this.swaps.ownOne(secret, swapId);
    return ownSwapJson(swap, member, names);
  }
}
