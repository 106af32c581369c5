import { Body, Controller, Get, Param, Post, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Problem, actorOf } from '#platform';
import { form, Site, textIn } from '#ui';
import { detailsOf } from '../../events/domain/changes.js';
import type { CalendarEvent, EventDetails } from '../../events/domain/event.js';
import { EditEvent } from '../../events/edit-event.js';
import { manageEventPath } from '../addresses.js';
import { editTarget, type EditTarget } from '../edit-target.js';
import { FindWarnings } from '../find-warnings.js';
import { fillEventForm } from '../form/fill-event-form.js';
import { errorsOf } from '../form/problem-form.js';
import { readEdit, type SentEdit } from '../form/read-edit.js';
import { ReadStaffEvent } from '../read-staff-event.js';
import { SeriesChoices } from '../series-choices.js';
import { EditEventAnswers } from './edit-event.answers.js';
import { savedNotice } from './edit-event.view.js';

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
    private readonly answers: EditEventAnswers,
    private readonly series: SeriesChoices,
    private readonly warnings: FindWarnings,
  ) {}

  @Get()
  async show(
    @Param('ref') ref: string,
    @Query() query: Asked,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const event = await this.events.readForChange(ref);
    const target = editTarget(event, query.scope, query.on);
    if (target === null) return this.answers.askScope(request, reply, event, query.on);
    if (target.ok) {
      const shown = form(fillEventForm(target.value.details));
      return this.answers.sendForm(request, reply, { event, target: target.value, shown });
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
    if (found === null) return this.answers.askScope(request, reply, event, query.on);
    const target = found.ok ? found.value : goneTarget(event, query);
    const sent = readEdit(body, target);
    if (!found.ok) return this.answers.sendConflict(request, reply, sent, { event, target }, found.problems);
    const shown = form(sent.values);
    if (sent.action === 'change') {
      return this.answers.sendForm(request, reply, { event, target, shown, version: sent.version });
    }
    if (sent.version !== event.version)
      return this.answers.sendConflict(request, reply, sent, { event, target });
    if (!sent.checked.ok) {
      return this.answers.sendForm(request, reply, { event, target, shown: sent.checked.form }, 422);
    }
    const { details } = sent.checked.valid;
    if (sent.action !== 'confirm') {
      const isPreview = sent.action === 'preview';
      const warnings = await this.warnings.of(details, event, isPreview ? null : target.details);
      if (isPreview || warnings.length > 0) {
        return this.answers.sendCheck(request, reply, sent, { event, target, details, warnings });
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
        return this.answers.sendConflict(
          request,
          reply,
          sent,
          page,
          found?.ok === false ? found.problems : [],
        );
      }
      const errors = errorsOf(error, textIn(values, 'when.type'), names);
      return this.answers.sendForm(request, reply, { event, target, shown: form(values, errors) }, 422);
    }
  }
}

/** For a form about a date that is not the event's any more, so that what was typed can at least be read. */
const goneTarget = (event: CalendarEvent, { scope, on }: Asked): EditTarget => ({
  scope: scope === 'this' ? 'this' : 'later',
  original: typeof on === 'string' ? on : null,
  details: { ...detailsOf(event), recurrence: null },
});
