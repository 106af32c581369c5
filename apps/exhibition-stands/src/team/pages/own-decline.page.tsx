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
  Site,
  submittedValues,
  Textarea,
  textIn,
  type Form,
} from '#ui';
import { checkWhy, DropOut } from '../../day/drop-out.js';
import { ownPath } from '../addresses.js';
import { LeaveTeam } from '../leave-team.js';
import { OpenMember } from '../open-member.js';
import { SayAvailability } from '../say-availability.js';
import { ShiftsToFree } from './shifts-to-free.js';

/** Where a volunteer says that they cannot come, or that they can after all. */
@Controller('stands/team/:secret/decline')
export class OwnDeclinePage {
  constructor(
    private readonly site: Site,
    private readonly members: OpenMember,
    private readonly leave: LeaveTeam,
    private readonly dropOut: DropOut,
    private readonly say: SayAvailability,
  ) {}

  @Get()
  ask(@Param('secret') secret: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    return this.sendPage(request, reply, secret, form());
  }

  @Post()
  async decide(
    @Param('secret') secret: string,
    @Body() body: unknown,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const values = submittedValues(body);
    const isBack = textIn(values, 'answer') === 'return';
    const reason = checkWhy(textIn(values, 'reason'));
    if (!reason.ok) return this.sendPage(request, reply, secret, form(values, reason.problems), 422);
    try {
      const by = { actor: null, correlationId: request.id };
      if (isBack) await this.say.comeBack({ secret });
      else await this.leave.decline({ secret }, reason.value ?? '', by);
    } catch (error) {
      if (!(error instanceof Problem) || error.status !== 409) throw error;
      return this.sendPage(request, reply, secret, form(values, [{ field: '', message: error.detail }]), 409);
    }
    const text = isBack
      ? 'Good to have you with us. What you said before is here again: check that it is still true.'
      : 'Thank you for telling us. If you find that you can come after all, use the same link.';
    return this.site.redirect(reply, ownPath(secret), { type: 'success', text });
  }

  private async sendPage(
    request: FastifyRequest,
    reply: FastifyReply,
    secret: string,
    shown: Form,
    status = 200,
  ) {
    const { row, exhibition } = await this.members.read({ secret });
    const shifts = await this.dropOut.toFree(row.id);
    const page = {
      title: `You cannot come? ${exhibition.title}`,
      noIndex: true,
      hasErrors: shown.errors.length > 0,
      before: <BackLink href={ownPath(secret)}>Your page</BackLink>,
      main: (
        <>
          <FormErrors form={shown} />
          <span class="govuk-caption-l">{exhibition.title}</span>
          <h1 class="govuk-heading-xl">You cannot come?</h1>
          <p class="govuk-body">
            We do not plan with you then, and a pass that is kept for you goes to somebody else. What you said
            of your times is kept in case that you can come after all.
          </p>
          <ShiftsToFree shifts={shifts} zone={exhibition.zone} isOwn />
          <form method="post" action={ownPath(secret, 'decline')} novalidate>
            {shifts.length > 0 && (
              <Textarea
                {...field(shown, 'reason')}
                label="Why (optional)"
                hint="Only staff who look after the stand read this."
                rows={3}
              />
            )}
            <ButtonGroup>
              <Button preventDoubleClick classes="govuk-button--warning">
                I cannot come at all
              </Button>
              <a class="govuk-link" href={ownPath(secret)}>
                Back to your times
              </a>
            </ButtonGroup>
          </form>
        </>
      ),
    };
    return this.site.send(request, reply, page, status);
  }
}
