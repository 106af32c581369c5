import { randomUUID } from 'node:crypto';
import { Body, Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Temporal } from 'temporal-polyfill';
import { actorOf, RunOnce } from '#platform';
import {
  DateInput,
  dateField,
  dateNames,
  dayBoxes,
  field,
  form,
  Input,
  pickFields,
  readDay,
  readToken,
  refusedFields,
  submittedValues,
  textIn,
  type Form,
} from '#ui';
import { CopyVisit } from '../copy-visit.js';
import type { Visit } from '../domain/visit.js';
import { FindVisit } from '../find-visit.js';
import { VisitForms } from './visit-forms.js';

const names = ['title', ...dateNames('firstDay')];

/** Makes a draft of all that an earlier visit says. */
@Controller('visits/manage/:id/copy')
export class CopyVisitPage {
  constructor(
    private readonly forms: VisitForms,
    private readonly visits: FindVisit,
    private readonly copy: CopyVisit,
    private readonly runOnce: RunOnce,
  ) {}

  @Get()
  async show(@Param('id') id: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const visit = await this.visits.byId(id);
    return this.ask(request, reply, visit, form(suggestion(visit)), randomUUID());
  }

  @Post()
  async save(
    @Param('id') id: string,
    @Body() body: unknown,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const sent = submittedValues(body);
    const values = pickFields(sent, names);
    const token = readToken(sent);
    const actor = actorOf(request);
    const visit = await this.visits.byId(id);
    try {
      const input = {
        title: textIn(values, 'title'),
        firstDay: readDay(values, 'firstDay', 'the first day'),
      };
      const copied = await this.runOnce.run(actor, token, { ...values, id }, async (manager) => {
        const copy = await this.copy.run(manager, actor, id, input);
        return copy.id;
      });
      const text = `“${textIn(values, 'title').trim()}” is a draft now. Look through its dates, budget and risks.`;
      return this.forms.done(reply, copied, undefined, text);
    } catch (error) {
      return this.ask(request, reply, visit, form(values, refusedFields(error, names)), token);
    }
  }

  private ask(request: FastifyRequest, reply: FastifyReply, visit: Visit, shown: Form, token: string) {
    const page = {
      visit,
      heading: `Copy “${visit.title}”`,
      part: 'copy',
      form: shown,
      hidden: { once: token },
      saveLabel: 'Make the copy',
      children: (
        <>
          <p class="govuk-body">
            The copy is a draft with the same words, limits, prices, budget, risks and answers about package
            travel. All dates move with the first day. People are not copied, nothing of it is signed, and
            documents stay where they are.
          </p>
          <Input {...field(shown, 'title')} label="Title of the new visit" />
          <DateInput
            {...dateField(shown, 'firstDay')}
            fieldset={{ legend: 'Its first day' }}
            hint="Deadlines stay on their weekday, or on their date where this is the same date of another year."
          />
        </>
      ),
    };
    return this.forms.send(request, reply, page, shown.errors.length > 0 ? 422 : 200);
  }
}

/** A year later, on the same weekday. */
function suggestion({ title, firstDay }: Visit) {
  const next = Temporal.PlainDate.from(firstDay).add({ weeks: 52 });
  const year = firstDay.slice(0, 4);
  return {
    title: title.replaceAll(year, String(Number(year) + 1)),
    ...dayBoxes('firstDay', next.toString()),
  };
}
