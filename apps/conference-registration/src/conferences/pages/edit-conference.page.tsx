import { Body, Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { actorOf, Problem } from '#platform';
import {
  BackLink,
  form,
  FormPage,
  pickFields,
  readVersion,
  Site,
  submittedValues,
  textIn,
  type Form,
} from '#ui';
import { manageConferencePath } from '../../manage/addresses.js';
import { ConferenceHistory } from '../conference-history.js';
import { detailsFrom, statusOf } from '../conference-rows.js';
import type { ConferenceRow } from '../conference.entity.js';
import { EditConference } from '../edit-conference.js';
import { isEnded } from '../domain/status.js';
import { FindHost } from '../find-host.js';
import { ConferenceFields } from '../form/conference-fields.js';
import { conferenceNames } from '../form/conference-names.js';
import { fillConference } from '../form/fill-conference.js';
import { readConference } from '../form/read-conference.js';
import { refusedConference } from '../form/refused-conference.js';
import { HostChoices } from '../host-choices.js';
import { StaffConferences } from '../staff-conferences.js';
import { ConferenceMeanwhile } from './revisions.js';

interface Shown {
  readonly conference: ConferenceRow;
  readonly form: Form;
  /** The version that saving would replace. */
  readonly version: number;
  /** The version that the person saw, where somebody changed the conference meanwhile. */
  readonly seen?: number;
}

/** Changes what a conference says of itself. */
@Controller('conference/manage/:id/edit')
export class EditConferencePage {
  constructor(
    private readonly site: Site,
    private readonly conferences: StaffConferences,
    private readonly history: ConferenceHistory,
    private readonly edit: EditConference,
    private readonly hosts: FindHost,
    private readonly choices: HostChoices,
  ) {}

  @Get()
  async show(@Param('id') id: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const conference = await this.conferences.read(id);
    if (isEnded(statusOf(conference))) return this.refuse(reply, conference);
    const filled = form(fillConference(detailsFrom(conference), conference.slug));
    return this.sendForm(request, reply, { conference, form: filled, version: conference.version });
  }

  @Post()
  async save(
    @Param('id') id: string,
    @Body() body: unknown,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const sent = submittedValues(body);
    const values = pickFields(sent, conferenceNames);
    const version = readVersion(sent) ?? 0;
    const input = readConference(values, await this.hosts.named(textIn(values, 'host')));
    try {
      return this.saved(reply, await this.edit.run(actorOf(request), id, version, input));
    } catch (error) {
      const conference = await this.conferences.read(id);
      if (error instanceof Problem && error.status === 409) {
        if (isEnded(statusOf(conference))) return this.refuse(reply, conference);
        // Saved by a first press of the same button.
        if (this.edit.saysAlready(conference, input)) return this.saved(reply, conference);
        const shown = { conference, form: form(values), version: conference.version, seen: version };
        return this.sendForm(request, reply, shown, 409);
      }
      const shown = form(values, refusedConference(error));
      return this.sendForm(request, reply, { conference, form: shown, version }, 422);
    }
  }

  private saved(reply: FastifyReply, { id, title }: ConferenceRow) {
    return this.site.redirect(reply, manageConferencePath(id), {
      type: 'success',
      text: `“${title}” is saved.`,
    });
  }

  private refuse(reply: FastifyReply, { id, title, status }: ConferenceRow) {
    return this.site.redirect(reply, manageConferencePath(id), {
      type: 'important',
      text: `“${title}” ${status === 'over' ? 'is over' : 'was cancelled'}, so it stays as it was. Copy it to plan another.`,
    });
  }

  private async sendForm(request: FastifyRequest, reply: FastifyReply, shown: Shown, status = 200) {
    const { conference, version, seen } = shown;
    const path = manageConferencePath(conference.id);
    const action = manageConferencePath(conference.id, 'edit');
    const [hosts, history] = await Promise.all([
      this.choices.all(),
      seen === undefined ? [] : this.history.of(conference.id),
    ]);
    const since = history.filter((revision) => revision.version > (seen ?? 0));
    return this.site.send(
      request,
      reply,
      {
        title: `Change: ${conference.title}`,
        hasErrors: shown.form.errors.length > 0,
        noIndex: true,
        before: <BackLink href={path}>{conference.title}</BackLink>,
        main: (
          <FormPage
            heading={`Change “${conference.title}”`}
            action={action}
            form={shown.form}
            hidden={{ version: String(version) }}
            saveLabel={since.length > 0 ? 'Save mine in place of theirs' : 'Save the changes'}
            cancelPath={path}
            notice={<ConferenceMeanwhile since={since} reloadPath={action} />}
          >
            <ConferenceFields form={shown.form} hosts={hosts} isDraft={conference.status === 'draft'} />
          </FormPage>
        ),
      },
      status,
    );
  }
}
