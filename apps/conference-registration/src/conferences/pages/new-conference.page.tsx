import { randomUUID } from 'node:crypto';
import { Body, Controller, Get, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { actorOf, RunOnce } from '#platform';
import {
  BackLink,
  form,
  FormPage,
  pickFields,
  readToken,
  Site,
  submittedValues,
  textIn,
  type Form,
} from '#ui';
import { manageConferencePath, managePath } from '../../manage/addresses.js';
import { CreateConference } from '../create-conference.js';
import { FindHost } from '../find-host.js';
import { ConferenceFields } from '../form/conference-fields.js';
import { conferenceNames } from '../form/conference-names.js';
import { blankConference } from '../form/fill-conference.js';
import { readConference } from '../form/read-conference.js';
import { refusedConference } from '../form/refused-conference.js';
import { HostChoices } from '../host-choices.js';

const path = `${managePath}/new`;

/** Plans a new conference, as a draft. */
@Controller('conference/manage/new')
export class NewConferencePage {
  constructor(
    private readonly site: Site,
    private readonly create: CreateConference,
    private readonly hosts: FindHost,
    private readonly choices: HostChoices,
    private readonly runOnce: RunOnce,
  ) {}

  @Get()
  show(@Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    return this.sendForm(request, reply, form(blankConference), randomUUID());
  }

  @Post()
  async save(@Body() body: unknown, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const sent = submittedValues(body);
    const values = pickFields(sent, conferenceNames);
    const token = readToken(sent);
    const actor = actorOf(request);
    try {
      const input = readConference(values, await this.hosts.named(textIn(values, 'host')));
      const id = await this.runOnce.run(actor, token, values, async (manager) => {
        const conference = await this.create.run(manager, actor, input);
        return conference.id;
      });
      return this.site.redirect(reply, manageConferencePath(id), {
        type: 'success',
        text: `The draft “${textIn(values, 'title').trim()}” is saved. Nobody but staff sees it yet.`,
      });
    } catch (error) {
      return this.sendForm(request, reply, form(values, refusedConference(error)), token);
    }
  }

  private async sendForm(request: FastifyRequest, reply: FastifyReply, shown: Form, token: string) {
    const hasErrors = shown.errors.length > 0;
    const hosts = await this.choices.all();
    return this.site.send(
      request,
      reply,
      {
        title: 'Plan a new conference',
        hasErrors,
        noIndex: true,
        before: <BackLink href={managePath}>Manage conferences</BackLink>,
        main: (
          <FormPage
            heading="Plan a new conference"
            action={path}
            form={shown}
            hidden={{ once: token }}
            saveLabel="Save the draft"
            cancelPath={managePath}
          >
            <ConferenceFields form={shown} hosts={hosts} isDraft />
          </FormPage>
        ),
      },
      hasErrors ? 422 : 200,
    );
  }
}
