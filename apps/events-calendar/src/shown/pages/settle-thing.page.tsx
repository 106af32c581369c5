import { Body, Controller, Get, Inject, Param, Post, Req, Res } from '@nestjs/common';
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
import type { CalendarSettings } from '../../settings.js';
import { SETTINGS } from '../../tokens.js';
import { settlePath } from '../addresses.js';
import type { ShownThing } from '../domain/shown-thing.js';
import { sourceWords } from '../domain/source-words.js';
import { FindTwins } from '../find-twins.js';
import { SettleThing } from '../settle-thing.js';
import { ShownThingRow } from '../shown-thing.entity.js';
import { thingOf, toldIn } from '../told.js';

const uuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const none = 'none';

/** Asks which event a conference or the like is, where one that was in the calendar before looks the same. */
@Controller('calendar/manage/shown/:id')
export class SettleThingPage {
  constructor(
    private readonly site: Site,
    private readonly twins: FindTwins,
    private readonly settle: SettleThing,
    @InjectDataSource() private readonly dataSource: DataSource,
    @Inject(SETTINGS) private readonly settings: CalendarSettings,
  ) {}

  @Get()
  async show(@Param('id') id: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const row = await this.read(id);
    if (row.eventId !== null) return this.settled(reply, row);
    return this.ask(request, reply, row, form());
  }

  @Post()
  async save(
    @Param('id') id: string,
    @Body() body: unknown,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const row = await this.read(id);
    // A second press of the button: what it asks for is done.
    if (row.eventId !== null) return this.settled(reply, row);
    const chosen = textIn(submittedValues(body), 'event');
    if (chosen === '') {
      const shown = form({}, [
        { field: 'event', message: 'Say which event it is, or that it is none of these.' },
      ]);
      return this.ask(request, reply, row, shown, 422);
    }
    try {
      const event = await this.settle.run(actorOf(request), id, chosen === none ? null : chosen);
      const text =
        chosen === none
          ? `“${event.title}” has an event of its own now.`
          : `“${event.title}” is linked: it says what the ${sourceWords[row.source].thing} says from now on.`;
      return this.site.redirect(reply, manageEventPath(event.ref), { type: 'success', text });
    } catch (error) {
      if (!(error instanceof Problem) || error.status !== 409) throw error;
      if (error.code === 'settled-already') return this.settled(reply, row);
      return this.ask(request, reply, row, form({}, [{ field: '', message: error.detail }]), 409);
    }
  }

  private async read(id: string): Promise<ShownThingRow> {
    const row = uuid.test(id) ? await this.dataSource.manager.findOneBy(ShownThingRow, { id }) : null;
    if (row === null) throw notFound();
    return row;
  }

  private settled(reply: FastifyReply, { facts }: ShownThingRow) {
    return this.site.redirect(reply, managePath, {
      type: 'important',
      text: `It is settled already which event “${facts.title}” is.`,
    });
  }

  private async ask(
    request: FastifyRequest,
    reply: FastifyReply,
    row: ShownThingRow,
    shown: Form,
    status = 200,
  ) {
    const thing = thingOf(toldIn(row), this.settings.PUBLIC_URL);
    const { title, when } = thing.details;
    const twins = await this.twins.of(thing);
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
            action={settlePath(row.id)}
            form={shown}
            saveLabel="Save"
            cancelLabel="Decide later"
            cancelPath={managePath}
          >
            <p class="govuk-body">
              This {openedWhere(thing)} ({whenInWords(when)}). It is not in the calendar by itself yet, as an
              event that was there before looks the same.
            </p>
            <Radios
              {...field(shown, 'event')}
              fieldset={{ legend: { text: 'It is', classes: 'govuk-fieldset__legend--m' } }}
              items={[
                ...twins.map((twin) => twinChoice(twin, sourceWords[row.source].thing)),
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

const openedWhere = ({ source }: ShownThing): string =>
  `${sourceWords[source].thing} was published by ${sourceWords[source].service}`;

const twinChoice = ({ ref, title, when, place }: CalendarEvent, thing: string) => ({
  value: ref,
  text: `“${title}”, ${whenInWords(when)}`,
  hint: `${place === null ? 'Without a place yet' : place.name}. It keeps its address and its followers, and says what the ${thing} says from then on.`,
});
