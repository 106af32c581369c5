import { Body, Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Problem } from '#platform';
import {
  BackLink,
  Button,
  ButtonGroup,
  field,
  form,
  FormErrors,
  InsetText,
  Site,
  submittedValues,
  Textarea,
  textIn,
  type Form,
} from '#ui';
import { shiftInWords } from '../../published/pages/shift-words.js';
import { ReadCurrent } from '../../published/read-current.js';
import { ownPath } from '../../team/addresses.js';
import { OpenMember } from '../../team/open-member.js';
import { ownShiftPath } from '../addresses.js';
import { checkWhy, DropOut, noSuchOwnShift } from '../drop-out.js';

/** Where a volunteer says that they cannot do a shift of theirs. */
@Controller('stands/team/:secret/shifts/:assignmentId/drop-out')
export class OwnDropOutPage {
  constructor(
    private readonly site: Site,
    private readonly members: OpenMember,
    private readonly currents: ReadCurrent,
    private readonly dropOut: DropOut,
  ) {}

  @Get()
  ask(
    @Param('secret') secret: string,
    @Param('assignmentId') assignmentId: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    return this.sendPage(request, reply, secret, assignmentId, form());
  }

  @Post()
  async drop(
    @Param('secret') secret: string,
    @Param('assignmentId') assignmentId: string,
    @Body() body: unknown,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const values = submittedValues(body);
    const reason = checkWhy(textIn(values, 'reason'));
    if (!reason.ok) {
      return this.sendPage(request, reply, secret, assignmentId, form(values, reason.problems), 422);
    }
    try {
      const by = { actor: null, correlationId: request.id };
      await this.dropOut.run({ secret }, assignmentId, reason.value ?? '', by);
    } catch (error) {
      if (!(error instanceof Problem) || error.status !== 409) throw error;
      const shown = form(values, [{ field: '', message: error.detail }]);
      return this.sendPage(request, reply, secret, assignmentId, shown, 409);
    }
    const text = 'Thank you for telling us. The shift is not yours any more, and we look for somebody else.';
    return this.site.redirect(reply, ownPath(secret), { type: 'success', text });
  }

  private async sendPage(
    request: FastifyRequest,
    reply: FastifyReply,
    secret: string,
    assignmentId: string,
    shown: Form,
    status = 200,
  ) {
    const { row, exhibition } = await this.members.read({ secret });
    const all = await this.currents.of(exhibition.id);
    const own = all.find(({ id, memberId }) => id === assignmentId && memberId === row.id);
    if (own === undefined) throw noSuchOwnShift();
    const page = {
      title: `You cannot do this shift? ${exhibition.title}`,
      noIndex: true,
      hasErrors: shown.errors.length > 0,
      before: <BackLink href={ownPath(secret)}>Your page</BackLink>,
      main: (
        <>
          <FormErrors form={shown} />
          <span class="govuk-caption-l">{exhibition.title}</span>
          <h1 class="govuk-heading-xl">You cannot do this shift?</h1>
          <InsetText>{shiftInWords(own.terms, exhibition.zone)}</InsetText>
          {own.status === 'dropped-out' ? (
            <p class="govuk-body">
              You have told us already: it is not yours any more. If you can come after all, call whoever
              looks after the stand.
            </p>
          ) : (
            <>
              <p class="govuk-body">
                Things happen. Your other shifts stay as they are; we ask somebody else for this one at once,
                so it cannot be taken back here.
              </p>
              <form method="post" action={ownShiftPath(secret, assignmentId, 'drop-out')} novalidate>
                <Textarea
                  {...field(shown, 'reason')}
                  label="Why (optional)"
                  hint="Only staff who look after the stand read this."
                  rows={3}
                />
                <ButtonGroup>
                  <Button preventDoubleClick classes="govuk-button--warning">
                    I cannot do this shift
                  </Button>
                  <a class="govuk-link" href={ownPath(secret)}>
                    Keep it
                  </a>
                </ButtonGroup>
              </form>
            </>
          )}
        </>
      ),
    };
    return this.site.send(request, reply, page, status);
  }
}
