import { Body, Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { actorOf, notFound, Problem } from '#platform';
import {
  BackLink,
  field,
  form,
  FormPage,
  pickFields,
  readVersion,
  refusedFields,
  Site,
  submittedValues,
  Textarea,
  textIn,
  type Form,
} from '#ui';
import { conferenceStatusPath, manageConferencePath } from '../../manage/addresses.js';
import { ChangeConferenceStatus } from '../change-conference-status.js';
import { ConferenceHistory } from '../conference-history.js';
import type { ConferenceRow } from '../conference.entity.js';
import { statusOf } from '../conference-rows.js';
import { conferenceStatuses, type ConferenceStatus } from '../domain/conference.js';
import { longestReason } from '../domain/status.js';
import { stepNames } from '../form/conference-names.js';
import { statusWords } from '../in-words.js';
import { ListManaged } from '../list-managed.js';
import { StaffConferences } from '../staff-conferences.js';
import { stepWords } from '../status-steps.js';
import { ConferenceMeanwhile } from './revisions.js';

interface Shown {
  readonly to: ConferenceStatus;
  readonly form: Form;
  /** The version that the person saw, where somebody changed the conference meanwhile. */
  readonly seen?: number;
}

/** Takes a conference to another status, each step on a page of its own that says what it means. */
@Controller('conference/manage/:id/status/:to')
export class ChangeConferenceStatusPage {
  constructor(
    private readonly site: Site,
    private readonly conferences: StaffConferences,
    private readonly history: ConferenceHistory,
    private readonly managed: ListManaged,
    private readonly changeStatus: ChangeConferenceStatus,
  ) {}

  @Get()
  async show(
    @Param('id') id: string,
    @Param('to') to: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const status = statusCalled(to);
    return this.sendForm(request, reply, await this.conferences.read(id), { to: status, form: form() });
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
      const change = { to, version, reason: textIn(values, 'reason') };
      const { title } = await this.changeStatus.run(actorOf(request), id, change);
      return this.site.redirect(reply, manageConferencePath(id), {
        type: 'success',
        text: `“${title}”: ${statusWords[to].toLowerCase()}.`,
      });
    } catch (error) {
      const conference = await this.conferences.read(id);
      if (error instanceof Problem && error.status === 409) {
        return this.sendForm(request, reply, conference, { to, form: form(values), seen: version }, 409);
      }
      const shown = form(values, refusedFields(error, stepNames));
      return this.sendForm(request, reply, conference, { to, form: shown }, 422);
    }
  }

  /** The step's page; for a step that has nothing left to do the conference's own. */
  private async sendForm(
    request: FastifyRequest,
    reply: FastifyReply,
    conference: ConferenceRow,
    { to, form: shown, seen }: Shown,
    answer = 200,
  ) {
    const { id, title, version } = conference;
    const status = statusOf(conference);
    const booked = await this.managed.booked(id);
    const words = stepWords({ title, status, ...booked }, to);
    if (words === null) {
      const standing = statusWords[status].toLowerCase();
      const text =
        status === to
          ? `“${title}”: ${standing}, as it was before.`
          : `“${title}”: ${standing}, so this step cannot be taken now.`;
      return this.site.redirect(reply, manageConferencePath(id), { type: 'important', text });
    }
    const path = conferenceStatusPath(id, to);
    const since =
      seen === undefined ? [] : (await this.history.of(id)).filter((revision) => revision.version > seen);
    return this.site.send(
      request,
      reply,
      {
        title: `${words.verb}: ${title}`,
        hasErrors: shown.errors.length > 0,
        noIndex: true,
        before: <BackLink href={manageConferencePath(id)}>{title}</BackLink>,
        main: (
          <FormPage
            heading={words.question}
            action={path}
            form={shown}
            hidden={{ version: String(version) }}
            saveLabel={words.verb}
            isWarning={to === 'cancelled'}
            cancelLabel="Leave it as it is"
            cancelPath={manageConferencePath(id)}
            notice={<ConferenceMeanwhile since={since} reloadPath={path} />}
          >
            <ul class="govuk-list govuk-list--bullet">
              {words.effects.map((sentence) => (
                <li key={sentence}>{sentence}</li>
              ))}
            </ul>
            {words.reason !== 'none' && (
              <Textarea
                {...field(shown, 'reason')}
                label={words.reason === 'required' ? 'Why' : 'Why (optional)'}
                hint={`Everybody reads it on the conference’s page. At most ${longestReason.toLocaleString('en-GB')} characters.`}
                rows={4}
              />
            )}
          </FormPage>
        ),
      },
      answer,
    );
  }
}

/** @throws Problem 404 for what is no status */
function statusCalled(name: string): ConferenceStatus {
  const found = conferenceStatuses.find((status) => status === name);
  if (found === undefined) throw notFound();
  return found;
}
