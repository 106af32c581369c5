import { Body, Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { actorOf, Problem, unprocessable } from '#platform';
import { BackLink, form, Site, submittedValues, textIn, type Form } from '#ui';
import { swapsPath } from '../addresses.js';
import { checkReason, DecideSwap, swapDecisions, type SwapDecision } from '../decide-swap.js';
import { ReadSwaps } from '../read-swaps.js';
import { mustBeDecided } from '../refusals.js';
import { SwapView } from './swap.view.js';

/** What is said once something is decided. */
const done: Readonly<Record<SwapDecision, string>> = {
  approve: 'They have swapped, and both have been written to.',
  refuse: 'Nothing has been swapped, and both have been written to.',
  withdraw: 'The swap is ended, and both have been written to.',
};

/** A swap, for staff: what it would change, what stands against it, and what they decide. */
@Controller('stands/manage/:id/swaps/:swapId')
export class SwapPage {
  constructor(
    private readonly site: Site,
    private readonly swaps: ReadSwaps,
    private readonly decide: DecideSwap,
  ) {}

  @Get()
  show(
    @Param('id') id: string,
    @Param('swapId') swapId: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    return this.send(request, reply, id, swapId, form());
  }

  @Post()
  async act(
    @Param('id') id: string,
    @Param('swapId') swapId: string,
    @Body() body: unknown,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const values = submittedValues(body);
    const decision = swapDecisions.find((each) => each === textIn(values, 'decision'));
    try {
      if (decision === undefined) throw notChosen();
      const reason = checkReason(decision, textIn(values, 'reason'));
      if (!reason.ok) throw unprocessable(reason.problems);
      const { swap, names } = await this.swaps.one(id, swapId);
      const wanted = { decision, reason: reason.value ?? '' };
      mustBeDecided(await this.decide.run(actorOf(request), id, swapId, wanted), swap, names);
    } catch (error) {
      if (!(error instanceof Problem) || (error.status !== 409 && error.status !== 422)) throw error;
      const errors =
        error.fields.length > 0
          ? error.fields.map(({ field, message }) => ({ field, message }))
          : [{ field: '', message: error.detail }];
      return this.send(request, reply, id, swapId, form(values, errors), error.status);
    }
    return this.site.redirect(reply, swapsPath(id), { type: 'success', text: done[decision] });
  }

  private async send(
    request: FastifyRequest,
    reply: FastifyReply,
    id: string,
    swapId: string,
    shown: Form,
    status = 200,
  ) {
    const seen = await this.swaps.one(id, swapId);
    const page = {
      title: `A swap of shifts: ${seen.exhibition.title}`,
      noIndex: true,
      hasErrors: shown.errors.length > 0,
      before: <BackLink href={swapsPath(id)}>Swaps</BackLink>,
      main: <SwapView {...seen} form={shown} />,
    };
    return this.site.send(request, reply, page, status);
  }
}

const notChosen = (): Problem =>
  unprocessable([{ field: 'decision', code: 'unknown-choice', message: 'Choose what is to be done.' }]);
