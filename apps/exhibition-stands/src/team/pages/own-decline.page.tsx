import { Body, Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Problem } from '#platform';
import { BackLink, Button, ButtonGroup, ErrorSummary, Site, submittedValues, textIn } from '#ui';
import { ownPath } from '../addresses.js';
import { LeaveTeam } from '../leave-team.js';
import { OpenMember } from '../open-member.js';
import { SayAvailability } from '../say-availability.js';

/** Where a volunteer says that they cannot come, or that they can after all. */
@Controller('stands/team/:secret/decline')
export class OwnDeclinePage {
  constructor(
    private readonly site: Site,
    private readonly members: OpenMember,
    private readonly leave: LeaveTeam,
    private readonly say: SayAvailability,
  ) {}

  @Get()
  ask(@Param('secret') secret: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    return this.sendPage(request, reply, secret);
  }

  @Post()
  async decide(
    @Param('secret') secret: string,
    @Body() body: unknown,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const isBack = textIn(submittedValues(body), 'answer') === 'return';
    try {
      if (isBack) await this.say.comeBack({ secret });
      else await this.leave.decline({ secret });
    } catch (error) {
      if (!(error instanceof Problem) || error.status !== 409) throw error;
      return this.sendPage(request, reply, secret, error);
    }
    const text = isBack
      ? 'Good to have you with us. What you said before is here again: check that it is still true.'
      : 'Thank you for telling us. If you find that you can come after all, use the same link.';
    return this.site.redirect(reply, ownPath(secret), { type: 'success', text });
  }

  private async sendPage(request: FastifyRequest, reply: FastifyReply, secret: string, refusal?: Problem) {
    const { exhibition } = await this.members.read({ secret });
    const page = {
      title: `You cannot come? ${exhibition.title}`,
      noIndex: true,
      hasErrors: refusal !== undefined,
      before: <BackLink href={ownPath(secret)}>Your times</BackLink>,
      main: (
        <>
          {refusal !== undefined && (
            <ErrorSummary titleText="There is a problem" errorList={[{ text: refusal.detail }]} />
          )}
          <span class="govuk-caption-l">{exhibition.title}</span>
          <h1 class="govuk-heading-xl">You cannot come?</h1>
          <p class="govuk-body">
            We do not plan with you then, and a pass that is kept for you goes to somebody else. What you said
            of your times is kept in case that you can come after all.
          </p>
          <form method="post" action={ownPath(secret, 'decline')}>
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
    return this.site.send(request, reply, page, refusal?.status ?? 200);
  }
}
