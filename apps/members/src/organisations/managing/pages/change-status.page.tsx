import { Body, Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { actorOf, notFound, Problem } from '#platform';
import {
  BackLink,
  form,
  pickFields,
  readVersion,
  Site,
  submittedValues,
  textIn,
  type Form,
  type SubmittedValues,
} from '#ui';
import { organisationPath } from '../../addresses.js';
import { ChangeStatus } from '../../change-status.js';
import { statuses, type Organisation, type Status } from '../../domain/organisation.js';
import { statusWords } from '../../domain/words.js';
import type { OrganisationRevisionRow } from '../../organisation-revision.entity.js';
import { stepNames } from '../form/fields.js';
import { errorsOf, readDate } from '../form/read-form.js';
import { ReadOrganisation } from '../read-organisation.js';
import { stepWords } from '../steps.js';
import { ChangeStatusView } from './change-status.view.js';

/** Takes an organisation to another status, each step on a page of its own that says what it will do. */
@Controller('members/manage/organisations/:id/status/:to')
export class ChangeStatusPage {
  constructor(
    private readonly site: Site,
    private readonly organisations: ReadOrganisation,
    private readonly changeStatus: ChangeStatus,
  ) {}

  @Get()
  async show(
    @Param('id') id: string,
    @Param('to') to: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const status = statusCalled(to);
    const organisation = await this.organisations.read(id);
    return this.sendForm(request, reply, { organisation, to: status, shown: form() });
  }

  @Post()
  async save(
    @Param('id') id: string,
    @Param('to') name: string,
    @Body() body: unknown,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const to = statusCalled(name);
    const sent = submittedValues(body);
    const values = pickFields(sent, stepNames);
    const version = readVersion(sent) ?? 0;
    try {
      const changed = await this.changeStatus.run(actorOf(request), id, {
        to,
        version,
        on: readDate(values, 'on', 'the day'),
        reason: textIn(values, 'reason'),
      });
      return this.site.redirect(reply, organisationPath(id), {
        type: 'success',
        text: `“${changed.name}”: ${statusWords[to].toLowerCase()}.`,
      });
    } catch (error) {
      return this.answerRefusal(error, request, reply, { id, to, values, version });
    }
  }

  private async answerRefusal(
    error: unknown,
    request: FastifyRequest,
    reply: FastifyReply,
    { id, to, values, version }: { id: string; to: Status; values: SubmittedValues; version: number },
  ) {
    if (!(error instanceof Problem) || (error.status !== 409 && error.status !== 422)) throw error;
    const organisation = await this.organisations.read(id);
    if (error.status === 409) {
      const since = await this.organisations.since(id, version);
      return this.sendForm(request, reply, { organisation, to, shown: form(values), since }, 409);
    }
    const shown = form(values, errorsOf(error, stepNames));
    return this.sendForm(request, reply, { organisation, to, shown }, 422);
  }

  /** The step's page; for a step that has nothing left to do the organisation's own. */
  private sendForm(
    request: FastifyRequest,
    reply: FastifyReply,
    page: {
      organisation: Organisation;
      to: Status;
      shown: Form;
      since?: readonly OrganisationRevisionRow[];
    },
    status = 200,
  ) {
    const { organisation, to, shown, since = [] } = page;
    const { id, name, status: current } = organisation;
    const words = stepWords(organisation, to);
    if (words === null) {
      const text =
        current === to
          ? `“${name}”: ${statusWords[to].toLowerCase()}, as it was before.`
          : `“${name}”: ${statusWords[current].toLowerCase()}, so this step cannot be taken now.`;
      return this.site.redirect(reply, organisationPath(id), { type: 'important', text });
    }
    return this.site.send(
      request,
      reply,
      {
        title: `${words.verb}: ${name}`,
        hasErrors: shown.errors.length > 0,
        noIndex: true,
        before: <BackLink href={organisationPath(id)}>{name}</BackLink>,
        main: <ChangeStatusView organisation={organisation} words={words} shown={shown} since={since} />,
      },
      status,
    );
  }
}

/** @throws Problem 404 for what is no status */
function statusCalled(name: string): Status {
  const found = statuses.find((status) => status === name);
  if (found === undefined) throw notFound();
  return found;
}
