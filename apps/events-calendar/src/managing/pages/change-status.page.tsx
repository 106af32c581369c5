import { Body, Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Problem, actorOf } from '#platform';
import {
  BackLink,
  form,
  Site,
  submittedValues,
  type Form,
  type SubmittedValues,
  pickFields,
  textIn,
  readVersion,
} from '#ui';
import { ChangeStatus } from '../../events/change-status.js';
import type { CalendarEvent } from '../../events/domain/event.js';
import type { RevisionRow } from '../../events/revision.entity.js';
import { manageEventPath } from '../addresses.js';
import { FindWarnings } from '../find-warnings.js';
import { FindReplacements } from '../find-replacements.js';
import { errorsOf } from '../form/problem-form.js';
import { isDone, isPossible, moveCalled, moveNames, type Move } from '../moves.js';
import { ReadStaffEvent } from '../read-staff-event.js';
import { ChangeStatusView } from './change-status.view.js';

const fields = ['reason', 'replacedBy'];
const paths = moveNames.map((name) => `:ref/${name}`);

/** Publishes, postpones, cancels or reinstates an event, each on a page of its own that says what it will do. */
@Controller('calendar/manage/events')
export class ChangeStatusPage {
  constructor(
    private readonly site: Site,
    private readonly events: ReadStaffEvent,
    private readonly changeStatus: ChangeStatus,
    private readonly replacements: FindReplacements,
    private readonly warnings: FindWarnings,
  ) {}

  @Get(paths)
  async show(@Param('ref') ref: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const move = moveOf(request);
    const event = await this.events.readForChange(ref);
    if (!isPossible(event, move)) return this.goBack(reply, event, move);
    const values = { reason: event.statusReason ?? '', replacedBy: event.replacedBy ?? '' };
    return this.sendForm(request, reply, { event, move, shown: form(isDone(event, move) ? values : {}) });
  }

  @Post(paths)
  async save(
    @Param('ref') ref: string,
    @Body() body: unknown,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const move = moveOf(request);
    const sent = submittedValues(body);
    const values = pickFields(sent, fields);
    const version = readVersion(sent);
    const before = await this.events.read(ref);
    if (!isPossible(before, move)) return this.goBack(reply, before, move);
    try {
      const event = await this.changeStatus.run(actorOf(request), ref, {
        to: move.to,
        version: version ?? 0,
        reason: textIn(values, 'reason'),
        replacedBy: textIn(values, 'replacedBy'),
      });
      return this.site.redirect(reply, manageEventPath(ref), {
        type: 'success',
        text: `“${event.title}” ${move.done}.`,
      });
    } catch (error) {
      return this.answerRefusal(error, request, reply, { ref, move, values, version });
    }
  }

  private async answerRefusal(
    error: unknown,
    request: FastifyRequest,
    reply: FastifyReply,
    asked: { ref: string; move: Move; values: SubmittedValues; version: number | null },
  ) {
    const { move, values } = asked;
    if (!(error instanceof Problem) || (error.status !== 409 && error.status !== 422)) throw error;
    const event = await this.events.read(asked.ref);
    if (error.status === 409) {
      // A second press of the same button, or somebody else was quicker to do the same.
      if (isDone(event, move) || !isPossible(event, move)) return this.goBack(reply, event, move);
      const since = await this.events.since(event, asked.version ?? 0);
      return this.sendForm(request, reply, { event, move, shown: form(values), since }, 409);
    }
    if (!isPossible(event, move)) return this.goBack(reply, event, move);
    const shown = form(values, errorsOf(error, '', fields));
    return this.sendForm(request, reply, { event, move, shown }, 422);
  }

  /** For a page that has nothing left to do. */
  private goBack(reply: FastifyReply, event: CalendarEvent, move: Move) {
    const text = isDone(event, move)
      ? `“${event.title}” is ${event.status} already.`
      : `“${event.title}” is ${event.status}, so there is nothing to ${move.name}.`;
    return this.site.redirect(reply, manageEventPath(event.ref), { type: 'important', text });
  }

  private async sendForm(
    request: FastifyRequest,
    reply: FastifyReply,
    page: { event: CalendarEvent; move: Move; shown: Form; since?: readonly RevisionRow[] },
    status = 200,
  ) {
    const { event, move, shown } = page;
    const isTakingPlace = move.to === 'published';
    return this.site.send(
      request,
      reply,
      {
        title: `${move.verb}: ${event.title}`,
        hasErrors: shown.errors.length > 0,
        noIndex: true,
        before: <BackLink href={manageEventPath(event.ref)}>Back to the event</BackLink>,
        main: (
          <ChangeStatusView
            {...page}
            since={page.since ?? []}
            warnings={isTakingPlace ? await this.warnings.of(event, event, null) : []}
            replacements={isTakingPlace ? [] : await this.replacements.find(event)}
          />
        ),
      },
      status,
    );
  }
}

/** The move that the address ends with. */
function moveOf(request: FastifyRequest): Move {
  const last = request.routeOptions.url?.split('/').at(-1);
  return moveCalled(moveNames.find((name) => name === last) ?? 'publish');
}
