import { Body, Controller, Get, Inject, Param, Post, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Problem } from '#platform';
import { BackLink, form, Site, submittedValues, withErrors, type Form, type SubmittedValues } from '#ui';
import { actorOf } from '../../events/actor.js';
import { sameDetails } from '../../events/domain/changes.js';
import type { CalendarEvent, EventDetails } from '../../events/domain/event.js';
import { EditEvent, type Edited } from '../../events/edit-event.js';
import { CLOCK, type Clock } from '../../tokens.js';
import { manageEventPath } from '../addresses.js';
import { editTarget, type EditTarget } from '../edit-target.js';
import { eventFieldNames, occurrenceFieldNames, pickFields, textIn } from '../form/field-names.js';
import { fillEventForm } from '../form/fill-event-form.js';
import { readAction, readVersion } from '../form/form-steps.js';
import { checkForm, errorsOf } from '../form/problem-form.js';
import { readEventForm, readOccurrenceForm } from '../form/read-event-form.js';
import { FindWarnings } from '../find-warnings.js';
import { previewReading } from '../preview.js';
import { ReadStaffEvent } from '../read-staff-event.js';
import { SeriesChoices } from '../series-choices.js';
import { ChooseScopeView } from './choose-scope.view.js';
import { CheckEventView } from './check-event.view.js';
import { editAddress, EditEventView } from './edit-event.view.js';

interface ScopeQuery {
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
    @Query() query: ScopeQuery,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const event = await this.events.read(ref);
    const target = editTarget(event, query.scope, query.on);
    if (target === null) return this.askScope(request, reply, event, query);
    if (!target.ok) return this.goBack(reply, event, target.problems[0]?.message);
    const shown = form(fillEventForm(target.value.details));
    return this.sendForm(request, reply, { event, target: target.value, shown });
  }

  @Post()
  async save(
    @Param('ref') ref: string,
    @Query() query: ScopeQuery,
    @Body() body: unknown,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const event = await this.events.read(ref);
    const found = editTarget(event, query.scope, query.on);
    if (found === null) return this.askScope(request, reply, event, query);
    if (!found.ok) return this.goBack(reply, event, found.problems[0]?.message);
    const target = found.value;
    const sent = submittedValues(body);
    const version = readVersion(sent) ?? 0;
    const names = target.scope === 'this' ? occurrenceFieldNames : eventFieldNames;
    const values = pickFields(sent, names);
    const action = readAction(sent);
    const page = { event, target, shown: form(values) };
    if (action === 'change') return this.sendForm(request, reply, { ...page, version });

    const answer =
      target.scope === 'this'
        ? readOccurrenceForm(values, target.details)
        : readEventForm(values, target.details);
    const checked = checkForm(answer, values, names);
    if (version !== event.version) {
      // A second press of the button that saved it.
      const isSaved = checked.ok && sameDetails(checked.valid.details, target.details);
      return isSaved
        ? this.goOn(reply, { event, later: null, dropped: [] })
        : this.sendConflict(request, reply, page, version);
    }
    if (!checked.ok) return this.sendForm(request, reply, { ...page, shown: checked.form }, 422);
    const { details } = checked.valid;
    if (action !== 'confirm') {
      const before = action === 'preview' ? null : target.details;
      const warnings = await this.warnings.of(details, event, before);
      if (action === 'preview' || warnings.length > 0) {
        return this.sendCheck(request, reply, { event, target, values, details, warnings });
      }
    }
    try {
      const { scope, original } = target;
      const edit = { version, scope, original };
      const edited = await this.editEvent.run(actorOf(request), ref, edit, answer.input);
      if (answer.newSeriesName !== null && details.series !== null) {
        await this.series.name(details.series, answer.newSeriesName);
      }
      return this.goOn(reply, edited);
    } catch (error) {
      if (error instanceof Problem && error.status === 409) {
        return this.sendConflict(request, reply, { ...page, event: await this.events.read(ref) }, version);
      }
      const errors = errorsOf(error, textIn(values, 'when.type'), names);
      return this.sendForm(request, reply, { ...page, shown: withErrors(page.shown, errors) }, 422);
    }
  }

  private goOn(reply: FastifyReply, { event, later, dropped }: Edited) {
    const saved = later ?? event;
    const split = later === null ? '' : ' These dates are an event of their own now.';
    const lost =
      dropped.length === 0
        ? ''
        : ` What these dates had of their own is gone, for there are no such dates any more: ${dropped.join(', ')}.`;
    return this.site.redirect(reply, manageEventPath(saved.ref), {
      type: 'success',
      text: `“${saved.title}” is saved.${split}${lost}`,
    });
  }

  private goBack(reply: FastifyReply, event: CalendarEvent, text = 'There is no such date any more.') {
    return this.site.redirect(reply, manageEventPath(event.ref), { type: 'important', text });
  }

  private askScope(request: FastifyRequest, reply: FastifyReply, event: CalendarEvent, query: ScopeQuery) {
    const on = typeof query.on === 'string' ? query.on : null;
    return this.site.send(request, reply, {
      title: `Edit: ${event.title}`,
      noIndex: true,
      before: <BackLink href={manageEventPath(event.ref)}>{event.title}</BackLink>,
      main: <ChooseScopeView event={event} now={this.clock()} on={on} />,
    });
  }

  private async sendConflict(
    request: FastifyRequest,
    reply: FastifyReply,
    page: { event: CalendarEvent; target: EditTarget; shown: Form },
    version: number,
  ) {
    const since = await this.events.since(page.event, version);
    return this.sendForm(request, reply, { ...page, since }, 409);
  }

  private async sendForm(
    request: FastifyRequest,
    reply: FastifyReply,
    page: Omit<Parameters<typeof EditEventView>[0], 'series'>,
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
        before: <BackLink href={manageEventPath(event.ref)}>{event.title}</BackLink>,
        main: <EditEventView {...page} series={await this.series.all()} />,
      },
      status,
    );
  }

  private sendCheck(
    request: FastifyRequest,
    reply: FastifyReply,
    page: {
      event: CalendarEvent;
      target: EditTarget;
      values: SubmittedValues;
      details: EventDetails;
      warnings: readonly string[];
    },
  ) {
    const { event, target, values, details, warnings } = page;
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
