import { randomUUID } from 'node:crypto';
import { Body, Controller, Get, Inject, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { BackLink, form, Site, submittedValues, type Form, pickFields, readToken } from '#ui';
import { actorOf, RunOnce } from '#platform';
import { CreateEvent } from '../../events/create-event.js';
import { CLOCK, type Clock } from '../../tokens.js';
import { manageEventPath, managePath } from '../addresses.js';
import { FindWarnings } from '../find-warnings.js';
import { EventFields } from '../form/event-form.view.js';
import { eventFieldNames } from '../form/field-names.js';
import { newEventValues } from '../form/fill-event-form.js';
import { readAction } from '../form/form-steps.js';
import { checkForm } from '../form/problem-form.js';
import { readEventForm } from '../form/read-event-form.js';
import { previewReading } from '../preview.js';
import { SeriesChoices } from '../series-choices.js';
import { CheckEventView } from './check-event.view.js';
import { EventFormPage } from './event-form-page.view.js';

const path = `${managePath}/new`;

/** Writes a new event; it becomes a draft that only staff see. */
@Controller('calendar/manage/new')
export class NewEventPage {
  constructor(
    private readonly site: Site,
    private readonly createEvent: CreateEvent,
    private readonly runOnce: RunOnce,
    private readonly series: SeriesChoices,
    private readonly warnings: FindWarnings,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get()
  show(@Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    return this.sendForm(request, reply, form(newEventValues), randomUUID());
  }

  @Post()
  async save(@Body() body: unknown, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const sent = submittedValues(body);
    const values = pickFields(sent, eventFieldNames);
    const [action, token] = [readAction(sent), readToken(sent)];
    if (action === 'change') return this.sendForm(request, reply, form(values), token);

    const answer = readEventForm(values, null);
    const checked = checkForm(answer, values, eventFieldNames);
    if (!checked.ok) return this.sendForm(request, reply, checked.form, token);
    const { details } = checked.valid;
    if (action !== 'confirm') {
      const warnings = await this.warnings.of(details, null, null);
      if (action === 'preview' || warnings.length > 0) {
        const now = this.clock();
        return this.site.send(request, reply, {
          title: 'Check the new event',
          noIndex: true,
          main: (
            <CheckEventView
              heading="Check the new event"
              action={path}
              values={{ ...values, once: token }}
              saveLabel="Save the draft"
              warnings={warnings}
              previewed={{ reading: previewReading(details, null, now), now }}
            />
          ),
        });
      }
    }

    const actor = actorOf(request);
    const ref = await this.runOnce.run(actor, token, values, async (manager) => {
      const event = await this.createEvent.add(manager, actor, details);
      return event.ref;
    });
    if (answer.newSeriesName !== null && details.series !== null) {
      await this.series.name(details.series, answer.newSeriesName);
    }
    return this.site.redirect(reply, manageEventPath(ref), {
      type: 'success',
      text: `“${details.title}” is saved as a draft. Only staff see it until you publish it.`,
    });
  }

  private async sendForm(request: FastifyRequest, reply: FastifyReply, shown: Form, token: string) {
    const hasErrors = shown.errors.length > 0;
    return this.site.send(
      request,
      reply,
      {
        title: 'Write a new event',
        hasErrors,
        noIndex: true,
        before: <BackLink href={managePath}>Manage the calendar</BackLink>,
        main: (
          <EventFormPage
            heading="Write a new event"
            action={path}
            form={shown}
            hidden={{ once: token }}
            saveLabel="Save the draft"
            cancelPath={managePath}
          >
            <EventFields form={shown} series={await this.series.all()} ownRule={null} />
          </EventFormPage>
        ),
      },
      hasErrors ? 422 : 200,
    );
  }
}
