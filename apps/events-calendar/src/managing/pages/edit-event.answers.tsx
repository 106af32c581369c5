import { Inject, Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { BackLink, form, Site, withErrors, type FieldError } from '#ui';
import type { CalendarEvent, EventDetails } from '../../events/domain/event.js';
import { CLOCK, type Clock } from '../../tokens.js';
import { manageEventPath } from '../addresses.js';
import { saysTheSame, type EditTarget } from '../edit-target.js';
import type { SentEdit } from '../form/read-edit.js';
import { previewReading } from '../preview.js';
import { ReadStaffEvent } from '../read-staff-event.js';
import { SeriesChoices } from '../series-choices.js';
import { CheckEventView } from './check-event.view.js';
import { ChooseScopeView } from './choose-scope.view.js';
import { editAddress, EditEventView, savedNotice, type EditEventProps } from './edit-event.view.js';

/** What {@link EditEventPage} answers with. */
@Injectable()
export class EditEventAnswers {
  constructor(
    private readonly site: Site,
    private readonly events: ReadStaffEvent,
    private readonly series: SeriesChoices,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Asks which dates of a recurring event are meant. */
  askScope(request: FastifyRequest, reply: FastifyReply, event: CalendarEvent, on: unknown) {
    return this.site.send(request, reply, {
      title: `Edit: ${event.title}`,
      noIndex: true,
      before: <BackLink href={manageEventPath(event.ref)}>Back to the event</BackLink>,
      main: <ChooseScopeView event={event} now={this.clock()} on={typeof on === 'string' ? on : null} />,
    });
  }

  /** For a form that was filled in while the event was changed, or saved by a first press of the same button. */
  async sendConflict(
    request: FastifyRequest,
    reply: FastifyReply,
    { checked, values, version }: SentEdit,
    { event, target }: { event: CalendarEvent; target: EditTarget },
    problems: readonly FieldError[] = [],
  ) {
    if (checked.ok && saysTheSame(checked.valid.details, target.details)) {
      return this.site.redirect(
        reply,
        manageEventPath(event.ref),
        savedNotice({ event, later: null, dropped: [] }),
      );
    }
    const since = await this.events.since(event, version);
    const errors = problems.map(({ message }) => ({ field: '', message }));
    const shown = withErrors(form(values), errors);
    return this.sendForm(request, reply, { event, target, shown, since }, 409);
  }

  async sendForm(
    request: FastifyRequest,
    reply: FastifyReply,
    page: Omit<EditEventProps, 'series'>,
    status = 200,
  ) {
    const { event, shown } = page;
    return this.site.send(
      request,
      reply,
      {
        title: `Edit: ${event.title}`,
        hasErrors: shown.errors.length > 0,
        noIndex: true,
        before: <BackLink href={manageEventPath(event.ref)}>Back to the event</BackLink>,
        main: <EditEventView {...page} series={await this.series.all()} />,
      },
      status,
    );
  }

  /** The event as it would be, and what to look at once more. */
  sendCheck(
    request: FastifyRequest,
    reply: FastifyReply,
    { values }: SentEdit,
    page: { event: CalendarEvent; target: EditTarget; details: EventDetails; warnings: readonly string[] },
  ) {
    const { event, target, details, warnings } = page;
    const now = this.clock();
    return this.site.send(request, reply, {
      title: `Check: ${event.title}`,
      noIndex: true,
      main: (
        <CheckEventView
          heading="Check your changes"
          action={editAddress(event, target)}
          values={{ ...values, version: String(event.version) }}
          saveLabel="Save the changes"
          warnings={warnings}
          previewed={{ reading: previewReading(details, event, now), now }}
        />
      ),
    });
  }
}
