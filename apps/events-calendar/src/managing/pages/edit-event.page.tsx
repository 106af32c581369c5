import { Body, Controller, Get, Inject, Param, Post, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Problem } from '#platform';
import { BackLink, form, Site, withErrors, type FieldError } from '#ui';
import { actorOf } from '../../events/actor.js';
import { detailsOf } from '../../events/domain/changes.js';
import type { CalendarEvent, EventDetails } from '../../events/domain/event.js';
import { EditEvent } from '../../events/edit-event.js';
import { CLOCK, type Clock } from '../../tokens.js';
import { manageEventPath } from '../addresses.js';
import { editTarget, saysTheSame, type EditTarget } from '../edit-target.js';
import { FindWarnings } from '../find-warnings.js';
import { fillEventForm } from '../form/fill-event-form.js';
import { textIn } from '../form/field-names.js';
import { errorsOf } from '../form/problem-form.js';
import { readEdit, type SentEdit } from '../form/read-edit.js';
import { previewReading } from '../preview.js';
import { ReadStaffEvent } from '../read-staff-event.js';
import { SeriesChoices } from '../series-choices.js';
import { ChooseScopeView } from './choose-scope.view.js';
import { CheckEventView } from './check-event.view.js';
import { editAddress, EditEventView, savedNotice, type EditEventProps } from './edit-event.view.js';

interface Asked {
  readonly scope?: unknown;
  readonly on?: unknown;
}

/** Changes an event: all of it, one date of it, or one date and all later ones. */
@Controller('calendar/manage/events/:ref/edit')
export class EditEventPage {
  constructor(
    private readonly site: Site,
    private readonly events: ReadStaffEvent,
    private readonly editEvent: EditEvent,
    private readonly series: SeriesChoices,
    private readonly warnings: FindWarnings,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get()
  async show(
    @Param('ref') ref: string,
    @Query() query: Asked,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const event = await this.events.read(ref);
    const target = editTarget(event, query.scope, query.on);
    if (target === null) return this.askScope(request, reply, event, query);
    if (target.ok) {
      const shown = form(fillEventForm(target.value.details));
      return this.sendForm(request, reply, { event, target: target.value, shown });
    }
    return this.site.redirect(reply, manageEventPath(ref), {
      type: 'important',
      text: target.problems[0]?.message ?? '',
    });
  }

  @Post()
  async save(
    @Param('ref') ref: string,
    @Query() query: Asked,
    @Body() body: unknown,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const event = await this.events.read(ref);
    const found = editTarget(event, query.scope, query.on);
    if (found === null) return this.askScope(request, reply, event, query);
    const target = found.ok ? found.value : goneTarget(event, query);
    const sent = readEdit(body, target);
    if (!found.ok) return this.sendConflict(request, reply, sent, { event, target }, found.problems);
    const shown = form(sent.values);
    if (sent.action === 'change') {
      return this.sendForm(request, reply, { event, target, shown, version: sent.version });
    }
    if (sent.version !== event.version) return this.sendConflict(request, reply, sent, { event, target });
    if (!sent.checked.ok) {
      return this.sendForm(request, reply, { event, target, shown: sent.checked.form }, 422);
    }
    const { details } = sent.checked.valid;
    if (sent.action !== 'confirm') {
      const isPreview = sent.action === 'preview';
      const warnings = await this.warnings.of(details, event, isPreview ? null : target.details);
      if (isPreview || warnings.length > 0) {
        return this.sendCheck(request, reply, sent, { event, target, details, warnings });
      }
    }
    return this.write(request, reply, sent, { event, target, details });
  }

  private async write(
    request: FastifyRequest,
    reply: FastifyReply,
    sent: SentEdit,
    { event, target, details }: { event: CalendarEvent; target: EditTarget; details: EventDetails },
  ) {
    const { scope, original } = target;
    const { version, answer, values, names } = sent;
    try {
      const edited = await this.editEvent.run(
        actorOf(request),
        event.ref,
        { version, scope, original },
        answer.input,
      );
      if (answer.newSeriesName !== null && details.series !== null) {
        await this.series.name(details.series, answer.newSeriesName);
      }
      return this.site.redirect(
        reply,
        manageEventPath((edited.later ?? edited.event).ref),
        savedNotice(edited),
      );
    } catch (error) {
      if (error instanceof Problem && error.status === 409) {
        const now = await this.events.read(event.ref);
        const found = editTarget(now, scope, original);
        const page = { event: now, target: found?.ok ? found.value : target };
        return this.sendConflict(request, reply, sent, page, found?.ok === false ? found.problems : []);
      }
      const errors = errorsOf(error, textIn(values, 'when.type'), names);
      return this.sendForm(request, reply, { event, target, shown: form(values, errors) }, 422);
    }
  }

  private askScope(request: FastifyRequest, reply: FastifyReply, event: CalendarEvent, query: Asked) {
    const on = typeof query.on === 'string' ? query.on : null;
    return this.site.send(request, reply, {
      title: `Edit: ${event.title}`,
      noIndex: true,
      before: <BackLink href={manageEventPath(event.ref)}>Back to the event</BackLink>,
      main: <ChooseScopeView event={event} now={this.clock()} on={on} />,
    });
  }

  /** For a form that was filled in while the event was changed, or saved by a first press of the same button. */
  private async sendConflict(
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

  private async sendForm(
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

  private sendCheck(
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

/** For a form about a date that is not the event's any more, so that what was typed can at least be read. */
const goneTarget = (event: CalendarEvent, { scope, on }: Asked): EditTarget => ({
  scope: scope === 'this' ? 'this' : 'later',
  original: typeof on === 'string' ? on : null,
  details: { ...detailsOf(event), recurrence: null },
});
