import { Body, Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { DataSource } from 'typeorm';
import { actorOf, notFound, Problem } from '#platform';
import {
  BackLink,
  field,
  form,
  FormPage,
  Radios,
  Site,
  submittedValues,
  textIn,
  whenInWords,
  type Form,
} from '#ui';
import type { CalendarEvent } from '../../events/domain/event.js';
import { manageEventPath, managePath } from '../../managing/addresses.js';
import { settleConferencePath } from '../addresses.js';
import { ConferenceRow } from '../conference.entity.js';
import { conferenceWhen } from '../domain/conference-event.js';
import { FindTwins } from '../find-twins.js';
import { SettleConference } from '../settle-conference.js';

const uuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const none = 'none';

/** Asks which event a conference is, where one that was in the calendar before looks the same. */
@Controller('calendar/manage/conferences/:id')
export class SettleConferencePage {
  constructor(
    private readonly site: Site,
    private readonly twins: FindTwins,
    private readonly settle: SettleConference,
    @InjectDataSource() private readonly dataSource: DataSource,
  ) {}

  @Get()
  async show(@Param('id') id: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const conference = await this.read(id);
    if (conference.eventId !== null) return this.settled(reply, conference);
    return this.ask(request, reply, conference, form());
  }

  @Post()
  async save(
    @Param('id') id: string,
    @Body() body: unknown,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const conference = await this.read(id);
    // A second press of the button: what it asks for is done.
    if (conference.eventId !== null) return this.settled(reply, conference);
    const chosen = textIn(submittedValues(body), 'event');
    if (chosen === '') {
      const shown = form({}, [
        { field: 'event', message: 'Say which event it is, or that it is none of these.' },
      ]);
      return this.ask(request, reply, conference, shown, 422);
    }
    try {
      const event = await this.settle.run(actorOf(request), id, chosen === none ? null : chosen);
      const text =
        chosen === none
          ? `“${event.title}” has an event of its own now.`
          : `“${event.title}” is linked: it says what the conference says from now on.`;
      return this.site.redirect(reply, manageEventPath(event.ref), { type: 'success', text });
    } catch (error) {
      if (!(error instanceof Problem) || error.status !== 409) throw error;
      if (error.code === 'settled-already') return this.settled(reply, conference);
      return this.ask(request, reply, conference, form({}, [{ field: '', message: error.detail }]), 409);
    }
  }

  private async read(id: string): Promise<ConferenceRow> {
    const row = uuid.test(id) ? await this.dataSource.manager.findOneBy(ConferenceRow, { id }) : null;
    if (row === null) throw notFound();
    return row;
  }

  private settled(reply: FastifyReply, { facts }: ConferenceRow) {
    return this.site.redirect(reply, managePath, {
      type: 'important',
      text: `It is settled already which event “${facts.title}” is.`,
    });
  }

  private async ask(
    request: FastifyRequest,
    reply: FastifyReply,
    conference: ConferenceRow,
    shown: Form,
    status = 200,
  ) {
    const { title, when } = conference.facts;
    const twins = await this.twins.of(conference.facts);
    return this.site.send(
      request,
      reply,
      {
        title: `Which event is it? ${title}`,
        hasErrors: shown.errors.length > 0,
        noIndex: true,
        before: <BackLink href={managePath}>Manage the calendar</BackLink>,
        main: (
          <FormPage
            heading={`Which event is “${title}”?`}
            action={settleConferencePath(conference.id)}
            form={shown}
            saveLabel="Save"
            cancelLabel="Decide later"
            cancelPath={managePath}
          >
            <p class="govuk-body">
              This conference ({whenInWords(conferenceWhen(when))}) was opened in conference registration. It
              is not in the calendar by itself yet, as an event that was there before looks the same.
            </p>
            <Radios
              {...field(shown, 'event')}
              fieldset={{ legend: { text: 'It is', classes: 'govuk-fieldset__legend--m' } }}
              items={[
                ...twins.map(twinChoice),
                {
                  value: none,
                  text: 'None of these: give it an event of its own',
                  hint: 'Then both are in everybody’s calendar.',
                },
              ]}
            />
          </FormPage>
        ),
      },
      status,
    );
  }
}

const twinChoice = ({ ref, title, when, place }: CalendarEvent) => ({
  value: ref,
  text: `“${title}”, ${whenInWords(when)}`,
  hint: `${place === null ? 'Without a place yet' : place.name}. It keeps its address and its followers, and says what the conference says from then on.`,
});
