import { Body, Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { actorOf, Problem, unprocessable } from '#platform';
import {
  BackLink,
  Button,
  ErrorSummary,
  field,
  form,
  FormErrors,
  Site,
  submittedValues,
  Textarea,
  textIn,
  type Form,
} from '#ui';
import { islands } from '../../assets/islands.js';
import { managePath } from '../../exhibitions/addresses.js';
import { ExhibitionFrame } from '../../exhibitions/pages/exhibition-frame.js';
import { FindExhibition } from '../../exhibitions/find-exhibition.js';
import { shiftInWords } from '../../published/pages/shift-words.js';
import { ReadCurrent } from '../../published/read-current.js';
import { ReadTeamNames } from '../../published/read-team-names.js';
import { SwapsToApprove } from '../../swaps/pages/swaps-to-approve.js';
import { ReadSwaps } from '../../swaps/read-swaps.js';
import { presenceAnchor, todayPath } from '../addresses.js';
import { presenceActOf } from '../domain/presence.js';
import { checkWhy, DropOut, noSuchOwnShift } from '../drop-out.js';
import { ReadToday } from '../read-today.js';
import { SayPresence } from '../say-presence.js';
import { TodayView } from './today.view.js';

/** The day on the stand, for staff: who is on, due, late and next, and what to do about it. */
@Controller('stands/manage/:id/today')
export class TodayPage {
  constructor(
    private readonly site: Site,
    private readonly exhibitions: FindExhibition,
    private readonly today: ReadToday,
    private readonly currents: ReadCurrent,
    private readonly names: ReadTeamNames,
    private readonly presence: SayPresence,
    private readonly dropOut: DropOut,
    private readonly swaps: ReadSwaps,
  ) {}

  @Get()
  show(@Param('id') id: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    return this.send(request, reply, id);
  }

  @Post('assignments/:assignmentId')
  async say(
    @Param('id') id: string,
    @Param('assignmentId') assignmentId: string,
    @Body() body: unknown,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const act = presenceActOf(textIn(submittedValues(body), 'act'));
    try {
      if (act === null) {
        throw unprocessable([
          { field: 'act', code: 'unknown-choice', message: 'Choose what you want to say.' },
        ]);
      }
      await this.presence.byStaff(actorOf(request), id, assignmentId, act);
    } catch (error) {
      if (!(error instanceof Problem) || error.status !== 409) throw error;
      return this.send(request, reply, id, error);
    }
    return this.site.redirect(reply, `${todayPath(id)}#${presenceAnchor(assignmentId)}`);
  }

  @Get('assignments/:assignmentId/drop-out')
  askDropOut(
    @Param('id') id: string,
    @Param('assignmentId') assignmentId: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    return this.sendDropOut(request, reply, id, assignmentId, form());
  }

  @Post('assignments/:assignmentId/drop-out')
  async drop(
    @Param('id') id: string,
    @Param('assignmentId') assignmentId: string,
    @Body() body: unknown,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const values = submittedValues(body);
    const reason = checkWhy(textIn(values, 'reason'));
    if (!reason.ok) {
      return this.sendDropOut(request, reply, id, assignmentId, form(values, reason.problems), 422);
    }
    const { one } = await this.assignment(id, assignmentId);
    const who = { exhibitionId: id, memberId: one.memberId };
    try {
      const by = { actor: actorOf(request), correlationId: request.id };
      await this.dropOut.run(who, assignmentId, reason.value ?? '', by);
    } catch (error) {
      if (!(error instanceof Problem) || error.status !== 409) throw error;
      const shown = form(values, [{ field: '', message: error.detail }]);
      return this.sendDropOut(request, reply, id, assignmentId, shown, 409);
    }
    const text = 'The place is free. They have been written to.';
    return this.site.redirect(reply, todayPath(id, `shifts/${one.shiftId}`), { type: 'success', text });
  }

  private async send(request: FastifyRequest, reply: FastifyReply, id: string, refusal?: Problem) {
    const exhibition = await this.exhibitions.byId(id);
    const page = {
      title: `Stand now: ${exhibition.title}`,
      noIndex: true,
      hasErrors: refusal !== undefined,
      scripts: [islands.address('stand-now')],
      before: <BackLink href={managePath}>Look after the stands</BackLink>,
      main: (
        <ExhibitionFrame exhibition={exhibition} heading="Stand now" current="today">
          {refusal !== undefined && (
            <ErrorSummary titleText="There is a problem" errorList={[{ text: refusal.detail }]} />
          )}
          <TodayView
            today={await this.today.of(exhibition)}
            swaps={
              <SwapsToApprove exhibition={exhibition} swaps={await this.swaps.ofExhibition(exhibition.id)} />
            }
          />
        </ExhibitionFrame>
      ),
    };
    return this.site.send(request, reply, page, refusal?.status ?? 200);
  }

  private async assignment(id: string, assignmentId: string) {
    const exhibition = await this.exhibitions.byId(id);
    const one = (await this.currents.of(exhibition.id)).find((each) => each.id === assignmentId);
    if (one === undefined) throw noSuchOwnShift();
    return { exhibition, one };
  }

  private async sendDropOut(
    request: FastifyRequest,
    reply: FastifyReply,
    id: string,
    assignmentId: string,
    shown: Form,
    status = 200,
  ) {
    const { exhibition, one } = await this.assignment(id, assignmentId);
    const name = (await this.names.of(exhibition.id)).get(one.memberId)?.name ?? 'Somebody who has left';
    const page = {
      title: `${name} cannot come: ${exhibition.title}`,
      noIndex: true,
      hasErrors: shown.errors.length > 0,
      before: <BackLink href={todayPath(id)}>Stand now</BackLink>,
      main: (
        <>
          <FormErrors form={shown} />
          <span class="govuk-caption-l">{shiftInWords(one.terms, exhibition.zone)}</span>
          <h1 class="govuk-heading-l">
            <bdi>{name}</bdi> cannot come?
          </h1>
          <p class="govuk-body">
            They are written to that the shift is not theirs any more, and their place is free for somebody
            else.
          </p>
          <form method="post" action={todayPath(id, `assignments/${assignmentId}/drop-out`)} novalidate>
            <Textarea {...field(shown, 'reason')} label="Why (optional)" rows={3} />
            <Button preventDoubleClick classes="govuk-button--warning">
              They cannot do this shift
            </Button>
          </form>
        </>
      ),
    };
    return this.site.send(request, reply, page, status);
  }
}
