import { Body, Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { actorOf, Problem } from '#platform';
import {
  BackLink,
  Button,
  ButtonGroup,
  ErrorSummary,
  field,
  form,
  FormPage,
  Input,
  pickFields,
  refusedFields,
  Site,
  submittedValues,
  textIn,
  type Form,
} from '#ui';
import { DropOut } from '../../day/drop-out.js';
import { memberPath, teamPath } from '../addresses.js';
import { ChangeMember } from '../change-member.js';
import { inviteeFields } from '../domain/invitee.js';
import { LeaveTeam } from '../leave-team.js';
import { OpenMember } from '../open-member.js';
import { ShiftsToFree } from './shifts-to-free.js';

/** Where staff change what somebody of a team is called, and take them out of it. */
@Controller('stands/manage/:id/team/:member')
export class MemberChangesPage {
  constructor(
    private readonly site: Site,
    private readonly members: OpenMember,
    private readonly leave: LeaveTeam,
    private readonly dropOut: DropOut,
    private readonly change: ChangeMember,
  ) {}

  @Get('withdraw')
  async askWithdraw(
    @Param('id') exhibitionId: string,
    @Param('member') memberId: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    return this.sendWithdraw(request, reply, exhibitionId, memberId);
  }

  @Post('withdraw')
  async withdraw(
    @Param('id') exhibitionId: string,
    @Param('member') memberId: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    try {
      const by = { actor: actorOf(request), correlationId: request.id };
      await this.leave.withdraw(exhibitionId, memberId, by);
    } catch (error) {
      if (!(error instanceof Problem) || error.status !== 409) throw error;
      return this.sendWithdraw(request, reply, exhibitionId, memberId, error);
    }
    const text = 'They are out of the team, and their link leads nowhere.';
    return this.site.redirect(reply, teamPath(exhibitionId), { type: 'success', text });
  }

  @Get('details')
  async edit(
    @Param('id') exhibitionId: string,
    @Param('member') memberId: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const { row } = await this.members.read({ exhibitionId, memberId });
    const { name, email, organisationName } = row;
    const shown = form({ name, email: email ?? '', organisationName: organisationName ?? '' });
    return this.sendDetails(request, reply, exhibitionId, memberId, shown);
  }

  @Post('details')
  async save(
    @Param('id') exhibitionId: string,
    @Param('member') memberId: string,
    @Body() body: unknown,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const values = pickFields(submittedValues(body), inviteeFields);
    try {
      await this.change.run(actorOf(request), exhibitionId, memberId, {
        name: textIn(values, 'name'),
        email: textIn(values, 'email'),
        organisationName: textIn(values, 'organisationName'),
      });
    } catch (error) {
      const shown = form(values, refusedFields(error, inviteeFields));
      return this.sendDetails(request, reply, exhibitionId, memberId, shown, 422);
    }
    const path = memberPath(exhibitionId, memberId);
    return this.site.redirect(reply, path, { type: 'success', text: 'The changes are saved.' });
  }

  private async sendWithdraw(
    request: FastifyRequest,
    reply: FastifyReply,
    exhibitionId: string,
    memberId: string,
    refusal?: Problem,
  ) {
    const { row, exhibition } = await this.members.read({ exhibitionId, memberId });
    const path = memberPath(exhibitionId, memberId);
    const page = {
      title: `Take ${row.name} out of the team?`,
      noIndex: true,
      hasErrors: refusal !== undefined,
      before: <BackLink href={path}>{row.name}</BackLink>,
      main: (
        <>
          {refusal !== undefined && (
            <ErrorSummary titleText="There is a problem" errorList={[{ text: refusal.detail }]} />
          )}
          <span class="govuk-caption-xl">{exhibition.title}</span>
          <h1 class="govuk-heading-xl">
            Take <bdi>{row.name}</bdi> out of the team?
          </h1>
          <p class="govuk-body">
            Their link leads nowhere then, their place in the draft of the rota is a gap again, and passes
            that were not collected are free for others. You can invite them again.
          </p>
          <ShiftsToFree shifts={await this.dropOut.toFree(row.id)} zone={exhibition.zone} />
          <form method="post" action={`${path}/withdraw`}>
            <ButtonGroup>
              <Button preventDoubleClick classes="govuk-button--warning">
                Take them out
              </Button>
              <a class="govuk-link" href={path}>
                Cancel
              </a>
            </ButtonGroup>
          </form>
        </>
      ),
    };
    return this.site.send(request, reply, page, refusal?.status ?? 200);
  }

  private async sendDetails(
    request: FastifyRequest,
    reply: FastifyReply,
    exhibitionId: string,
    memberId: string,
    shown: Form,
    status = 200,
  ) {
    const { row, exhibition } = await this.members.read({ exhibitionId, memberId });
    const path = memberPath(exhibitionId, memberId);
    const page = {
      title: `Change ${row.name}: ${exhibition.title}`,
      noIndex: true,
      hasErrors: shown.errors.length > 0,
      before: <BackLink href={path}>{row.name}</BackLink>,
      main: (
        <FormPage
          heading="Change name or address"
          action={`${path}/details`}
          form={shown}
          saveLabel="Save the changes"
          cancelPath={path}
        >
          <p class="govuk-body">With another address they have another link, which is sent there.</p>
          <Input {...field(shown, 'name')} label="Name" autocomplete="off" spellcheck={false} />
          <Input
            {...field(shown, 'email')}
            label="Email address"
            type="email"
            autocomplete="off"
            spellcheck={false}
          />
          <Input
            {...field(shown, 'organisationName')}
            label="Organisation (optional)"
            autocomplete="off"
            spellcheck={false}
          />
        </FormPage>
      ),
    };
    return this.site.send(request, reply, page, status);
  }
}
