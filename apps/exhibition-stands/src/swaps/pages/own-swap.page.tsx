import { Body, Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Problem, unprocessable } from '#platform';
import { BackLink, ErrorSummary, Site, submittedValues, textIn } from '#ui';
import { ownPath } from '../../team/addresses.js';
import { ownSwapPath } from '../addresses.js';
import { AnswerSwap, swapAnswers } from '../answer-swap.js';
import { ReadSwaps } from '../read-swaps.js';
import { mustBeSaid } from '../refusals.js';
import { OwnSwapView } from './own-swap.view.js';

/** A swap as one of the two sees it: who is asked answers, who asked may take it back. */
@Controller('stands/team/:secret/swaps/:swapId')
export class OwnSwapPage {
  constructor(
    private readonly site: Site,
    private readonly swaps: ReadSwaps,
    private readonly answers: AnswerSwap,
  ) {}

  @Get()
  show(
    @Param('secret') secret: string,
    @Param('swapId') swapId: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    return this.send(request, reply, secret, swapId);
  }

  @Post()
  async answer(
    @Param('secret') secret: string,
    @Param('swapId') swapId: string,
    @Body() body: unknown,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const said = swapAnswers.find((each) => each === textIn(submittedValues(body), 'answer'));
    try {
      if (said === undefined) {
        throw unprocessable([
          { field: 'answer', code: 'unknown-choice', message: 'Choose what you want to say.' },
        ]);
      }
      const answered = await this.answers.run({ secret }, swapId, said, request.id);
      mustBeSaid(answered, said === 'withdraw' ? 'asker' : 'other');
    } catch (error) {
      if (!(error instanceof Problem) || (error.status !== 409 && error.status !== 422)) throw error;
      return this.send(request, reply, secret, swapId, error);
    }
    return this.site.redirect(reply, ownSwapPath(secret, swapId));
  }

  private async send(
    request: FastifyRequest,
    reply: FastifyReply,
    secret: string,
    swapId: string,
    refusal?: Problem,
  ) {
    const own = await this.swaps.ownOne(secret, swapId);
    const page = {
      title: `A swap of shifts: ${own.exhibition.title}`,
      noIndex: true,
      hasErrors: refusal !== undefined,
      before: <BackLink href={ownPath(secret)}>Your page</BackLink>,
      main: (
        <>
          {refusal !== undefined && (
            <ErrorSummary
              titleText="There is a problem"
              errorList={[{ text: refusal.fields[0]?.message ?? refusal.detail }]}
            />
          )}
          <OwnSwapView {...own} secret={secret} />
        </>
      ),
    };
    return this.site.send(request, reply, page, refusal?.status ?? 200);
  }
}
