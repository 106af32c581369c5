import { randomUUID } from 'node:crypto';
import { Body, Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Temporal } from 'temporal-polyfill';
import { actorOf, RunOnce } from '#platform';
import {
  BackLink,
  DateInput,
  dateField,
  dayBoxes,
  field,
  form,
  FormPage,
  Input,
  pickFields,
  readDay,
  readToken,
  refusedFields,
  Site,
  submittedValues,
  textIn,
  type Form,
} from '#ui';
import { manageConferencePath } from '../../manage/addresses.js';
import { CopyConference } from '../copy-conference.js';
import type { ConferenceRow } from '../conference.entity.js';
import { copyNames } from '../form/conference-names.js';
import { StaffConferences } from '../staff-conferences.js';

/** Makes a draft of all that an earlier conference says and offers. */
@Controller('conference/manage/:id/copy')
export class CopyConferencePage {
  constructor(
    private readonly site: Site,
    private readonly conferences: StaffConferences,
    private readonly copy: CopyConference,
    private readonly runOnce: RunOnce,
  ) {}

  @Get()
  async show(@Param('id') id: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const conference = await this.conferences.read(id);
    return this.sendForm(request, reply, conference, form(suggestion(conference)), randomUUID());
  }

  @Post()
  async save(
    @Param('id') id: string,
    @Body() body: unknown,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const sent = submittedValues(body);
    const values = pickFields(sent, copyNames);
    const token = readToken(sent);
    const actor = actorOf(request);
    const conference = await this.conferences.read(id);
    try {
      const input = {
        title: textIn(values, 'title'),
        firstDay: readDay(values, 'firstDay', 'the first day'),
      };
      const copied = await this.runOnce.run(actor, token, { ...values, id }, async (manager) => {
        const copy = await this.copy.run(manager, actor, id, input);
        return copy.id;
      });
      return this.site.redirect(reply, manageConferencePath(copied), {
        type: 'success',
        text: `“${textIn(values, 'title').trim()}” is a draft now. Look through its dates, prices and questions.`,
      });
    } catch (error) {
      return this.sendForm(request, reply, conference, form(values, refusedFields(error, copyNames)), token);
    }
  }

  private sendForm(
    request: FastifyRequest,
    reply: FastifyReply,
    { id, title }: ConferenceRow,
    shown: Form,
    token: string,
  ) {
    const hasErrors = shown.errors.length > 0;
    return this.site.send(
      request,
      reply,
      {
        title: `Copy: ${title}`,
        hasErrors,
        noIndex: true,
        before: <BackLink href={manageConferencePath(id)}>{title}</BackLink>,
        main: (
          <FormPage
            heading={`Copy “${title}”`}
            action={manageConferencePath(id, 'copy')}
            form={shown}
            hidden={{ once: token }}
            saveLabel="Make the copy"
            cancelPath={manageConferencePath(id)}
          >
            <p class="govuk-body">
              The copy is a draft with the same words, tickets, prices, free places, limits, questions and
              terms. All dates move with the first day. Host, venue, codes and bookings are not copied.
            </p>
            <Input {...field(shown, 'title')} label="Title of the new conference" />
            <DateInput
              {...dateField(shown, 'firstDay')}
              fieldset={{ legend: 'Its first day' }}
              hint="Deadlines stay on their weekday, or on their date where the first day is the same date of another year."
            />
          </FormPage>
        ),
      },
      hasErrors ? 422 : 200,
    );
  }
}

/** A year later, on the same weekday. */
function suggestion({ title, firstDay }: ConferenceRow) {
  const next = Temporal.PlainDate.from(firstDay).add({ weeks: 52 });
  const year = firstDay.slice(0, 4);
  return {
    title: title.replaceAll(year, String(Number(year) + 1)),
    ...dayBoxes('firstDay', next.toString()),
  };
}
