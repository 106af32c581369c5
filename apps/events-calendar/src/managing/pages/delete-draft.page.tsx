import { Body, Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Problem } from '#platform';
import {
  BackLink,
  Button,
  ButtonGroup,
  HiddenFields,
  Site,
  submittedValues,
  whenInWords,
  readVersion,
} from '#ui';
import { DeleteDraft } from '../../events/delete-draft.js';
import type { CalendarEvent } from '../../events/domain/event.js';
import { isDeletable } from '../../events/domain/status.js';
import type { RevisionRow } from '../../events/revision.entity.js';
import { manageEventPath, managePath } from '../addresses.js';
import { ReadStaffEvent } from '../read-staff-event.js';
import { ChangedMeanwhile } from './changed-meanwhile.js';

/** Deletes a draft for good, once that is confirmed. */
@Controller('calendar/manage/events/:ref/delete')
export class DeleteDraftPage {
  constructor(
    private readonly site: Site,
    private readonly events: ReadStaffEvent,
    private readonly deleteDraft: DeleteDraft,
  ) {}

  @Get()
  async show(@Param('ref') ref: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const event = await this.events.read(ref);
    if (!isDeletable(event)) return this.refuse(reply, event);
    return this.ask(request, reply, event, []);
  }

  @Post()
  async remove(
    @Param('ref') ref: string,
    @Body() body: unknown,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const event = await this.find(ref);
    // A second press of the button: what it asks for is done.
    if (event === null) return this.site.redirect(reply, managePath, gone);
    if (!isDeletable(event)) return this.refuse(reply, event);
    const version = readVersion(submittedValues(body));
    if (version !== event.version) {
      return this.ask(request, reply, event, await this.events.since(event, version ?? 0), 409);
    }
    await this.deleteDraft.run(ref);
    return this.site.redirect(reply, managePath, {
      type: 'success',
      text: `The draft “${event.title}” is deleted.`,
    });
  }

  private async find(ref: string): Promise<CalendarEvent | null> {
    try {
      return await this.events.read(ref);
    } catch (error) {
      if (error instanceof Problem && error.status === 404) return null;
      throw error;
    }
  }

  private refuse(reply: FastifyReply, event: CalendarEvent) {
    return this.site.redirect(reply, manageEventPath(event.ref), {
      type: 'important',
      text: `“${event.title}” has been published, so it is in people’s calendars. Cancel it instead; they will see that it is off.`,
    });
  }

  private ask(
    request: FastifyRequest,
    reply: FastifyReply,
    event: CalendarEvent,
    since: readonly RevisionRow[],
    status = 200,
  ) {
    const path = manageEventPath(event.ref);
    return this.site.send(
      request,
      reply,
      {
        title: `Delete: ${event.title}`,
        noIndex: true,
        before: <BackLink href={path}>Back to the event</BackLink>,
        main: (
          <>
            <ChangedMeanwhile since={since} reloadPath={manageEventPath(event.ref, 'delete')} />
            <h1 class="govuk-heading-l">Delete the draft “{event.title}”?</h1>
            <p class="govuk-body">{whenInWords(event.when)}.</p>
            <p class="govuk-body">
              The draft and its history are gone then, and cannot be brought back. Nobody but staff has seen
              it.
            </p>
            <form method="post" action={manageEventPath(event.ref, 'delete')}>
              <HiddenFields values={{ version: String(event.version) }} />
              <ButtonGroup>
                <Button classes="govuk-button--warning" preventDoubleClick>
                  Delete the draft
                </Button>
                <a class="govuk-link" href={path}>
                  Keep it
                </a>
              </ButtonGroup>
            </form>
          </>
        ),
      },
      status,
    );
  }
}

const gone = { type: 'important', text: 'There is no such draft any more: it is deleted already.' } as const;
