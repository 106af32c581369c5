import { Body, Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Problem } from '#platform';
import { BackLink, form, FormPage, readVersion, Site, submittedValues } from '#ui';
import { manageConferencePath, managePath } from '../../manage/addresses.js';
import { ConferenceHistory } from '../conference-history.js';
import type { ConferenceRow } from '../conference.entity.js';
import { DeleteConferenceDraft } from '../delete-conference-draft.js';
import { StaffConferences } from '../staff-conferences.js';
import { ConferenceMeanwhile } from './revisions.js';

/** Deletes a draft for good, once that is confirmed. */
@Controller('conference/manage/:id/delete')
export class DeleteConferencePage {
  constructor(
    private readonly site: Site,
    private readonly conferences: StaffConferences,
    private readonly history: ConferenceHistory,
    private readonly deleteDraft: DeleteConferenceDraft,
  ) {}

  @Get()
  async show(@Param('id') id: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const conference = await this.conferences.read(id);
    return conference.status === 'draft'
      ? this.ask(request, reply, conference)
      : this.refuse(reply, conference);
  }

  @Post()
  async remove(
    @Param('id') id: string,
    @Body() body: unknown,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const version = readVersion(submittedValues(body)) ?? 0;
    try {
      const { title } = await this.deleteDraft.run(id, version);
      return this.site.redirect(reply, managePath, {
        type: 'success',
        text: `The draft “${title}” is deleted.`,
      });
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      // A second press of the button: what it asks for is done.
      if (error.status === 404) {
        const text = 'There is no such draft any more: it is deleted already.';
        return this.site.redirect(reply, managePath, { type: 'important', text });
      }
      const conference = await this.conferences.read(id);
      return error.status === 409
        ? this.ask(request, reply, conference, version)
        : this.refuse(reply, conference);
    }
  }

  private refuse(reply: FastifyReply, { id, title }: ConferenceRow) {
    return this.site.redirect(reply, manageConferencePath(id), {
      type: 'important',
      text: `“${title}” has been published, so people know of it. Cancel it instead; they will read why.`,
    });
  }

  /** @param seen the version that the person saw, where somebody changed the draft meanwhile */
  private async ask(request: FastifyRequest, reply: FastifyReply, conference: ConferenceRow, seen?: number) {
    const { id, title, version } = conference;
    const path = manageConferencePath(id);
    const action = manageConferencePath(id, 'delete');
    const since =
      seen === undefined ? [] : (await this.history.of(id)).filter((revision) => revision.version > seen);
    return this.site.send(
      request,
      reply,
      {
        title: `Delete: ${title}`,
        noIndex: true,
        before: <BackLink href={path}>{title}</BackLink>,
        main: (
          <FormPage
            heading={`Delete the draft “${title}”?`}
            action={action}
            form={form()}
            hidden={{ version: String(version) }}
            saveLabel="Delete the draft"
            isWarning
            cancelLabel="Keep it"
            cancelPath={path}
            notice={<ConferenceMeanwhile since={since} reloadPath={action} />}
          >
            <p class="govuk-body">
              The draft, its tickets, codes and questions and its history are gone then, and cannot be brought
              back. Nobody but staff has seen it.
            </p>
          </FormPage>
        ),
      },
      seen === undefined ? 200 : 409,
    );
  }
}
