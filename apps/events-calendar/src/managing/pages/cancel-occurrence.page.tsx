import { Body, Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Problem, actorOf } from '#platform';
import {
  BackLink,
  form,
  Site,
  submittedValues,
  whenInWords,
  type Form,
  pickFields,
  textIn,
  readVersion,
} from '#ui';
import { CancelOccurrence } from '../../events/cancel-occurrence.js';
import { changeOf } from '../../events/domain/edit-occurrence.js';
import type { CalendarEvent, EventDetails } from '../../events/domain/event.js';
import type { RevisionRow } from '../../events/revision.entity.js';
import { manageEventPath } from '../addresses.js';
import { detailsOn } from '../edit-target.js';
import { errorsOf } from '../form/problem-form.js';
import { ReadStaffEvent } from '../read-staff-event.js';
import { CancelOccurrenceView } from './cancel-occurrence.view.js';

const fields = ['reason'];
const paths = ['cancel', 'reinstate'];

/** Calls one date of a recurring event off, or lets it take place after all. */
@Controller('calendar/manage/events/:ref/occurrences/:original')
export class CancelOccurrencePage {
  constructor(
    private readonly site: Site,
    private readonly events: ReadStaffEvent,
    private readonly cancelOccurrence: CancelOccurrence,
  ) {}

  @Get(paths)
  async show(
    @Param('ref') ref: string,
    @Param('original') original: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const event = await this.events.read(ref);
    const found = detailsOn(event, original);
    if (!found.ok) return this.goBack(reply, event, found.problems[0]?.message);
    const isCancelling = isCancel(request);
    const reason = changeOf(event, original).cancelled?.reason;
    if (!isCancelling && reason === undefined) return this.goBack(reply, event, takesPlace(found.value));
    const shown = form({ reason: reason ?? '' });
    return this.sendForm(request, reply, { event, original, details: found.value, shown, isCancelling });
  }

  @Post(paths)
  async save(
    @Param('ref') ref: string,
    @Param('original') original: string,
    @Body() body: unknown,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const isCancelling = isCancel(request);
    const event = await this.events.read(ref);
    const found = detailsOn(event, original);
    if (!found.ok) return this.goBack(reply, event, found.problems[0]?.message);
    const details = found.value;
    const sent = submittedValues(body);
    const version = readVersion(sent) ?? 0;
    const values = pickFields(sent, fields);
    const reason = isCancelling ? textIn(values, 'reason') : null;
    const page = { event, original, details, shown: form(values), isCancelling };
    const day = whenInWords(details.when);
    try {
      await this.cancelOccurrence.run(actorOf(request), ref, { version, original }, reason);
      return this.site.redirect(reply, manageEventPath(ref), {
        type: 'success',
        text: isCancelling ? `${day} is cancelled. The other dates stay.` : takesPlace(details),
      });
    } catch (error) {
      if (error instanceof Problem && error.status === 409) {
        const now = await this.events.read(ref);
        const known = changeOf(now, original).cancelled?.reason ?? null;
        // A second press of the button: what it asks for is done.
        if (known === (reason?.trim() ?? null)) {
          return this.goBack(reply, now, isCancelling ? `${day} is cancelled already.` : takesPlace(details));
        }
        const since = await this.events.since(now, version);
        return this.sendForm(request, reply, { ...page, event: now, since }, 409);
      }
      const errors = errorsOf(error, '', fields).map(({ message }) => ({ field: 'reason', message }));
      return this.sendForm(request, reply, { ...page, shown: form(values, errors) }, 422);
    }
  }

  private goBack(reply: FastifyReply, event: CalendarEvent, text = 'There is no such date any more.') {
    return this.site.redirect(reply, manageEventPath(event.ref), { type: 'important', text });
  }

  private sendForm(
    request: FastifyRequest,
    reply: FastifyReply,
    page: {
      event: CalendarEvent;
      original: string;
      details: EventDetails;
      shown: Form;
      isCancelling: boolean;
      since?: readonly RevisionRow[];
    },
    status = 200,
  ) {
    const { event, shown, isCancelling } = page;
    return this.site.send(
      request,
      reply,
      {
        title: `${isCancelling ? 'Cancel' : 'Reinstate'} one date: ${event.title}`,
        hasErrors: shown.errors.length > 0,
        noIndex: true,
        before: <BackLink href={manageEventPath(event.ref)}>Back to the event</BackLink>,
        main: <CancelOccurrenceView {...page} since={page.since ?? []} />,
      },
      status,
    );
  }
}

/** Whether the address ends with `cancel` rather than `reinstate`. */
const isCancel = (request: FastifyRequest): boolean => request.routeOptions.url?.endsWith('/cancel') ?? false;

const takesPlace = (details: EventDetails): string => `${whenInWords(details.when)} takes place.`;
