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
import { CopyExhibition } from '../copy-exhibition.js';
import type { Exhibition } from '../domain/exhibition.js';
import { FindExhibition } from '../find-exhibition.js';
import { ExhibitionForms } from './exhibition-forms.js';

const names = ['title', ...dateNames('firstDay')];

/** Makes a draft of all that an earlier exhibition says. */
@Controller('stands/manage/:id/copy')
export class CopyExhibitionPage {
  constructor(
    private readonly forms: ExhibitionForms,
    private readonly exhibitions: FindExhibition,
    private readonly copy: CopyExhibition,
    private readonly runOnce: RunOnce,
  ) {}

  @Get()
  async show(@Param('id') id: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const exhibition = await this.exhibitions.byId(id);
    return this.ask(request, reply, exhibition, form(suggestion(exhibition)), randomUUID());
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
    const exhibition = await this.exhibitions.byId(id);
    try {
      const input = {
        title: textIn(values, 'title'),
        firstDay: readDay(values, 'firstDay', 'the first day'),
      };
      const copied = await this.runOnce.run(actor, token, { ...values, id }, async (manager) => {
        const copy = await this.copy.run(manager, actor, id, input);
        return copy.id;
      });
      const text = `“${textIn(values, 'title').trim()}” is a draft now. Look through its days, tasks and costs.`;
      return this.forms.done(reply, copied, undefined, text);
    } catch (error) {
      return this.ask(request, reply, exhibition, form(values, refusedFields(error, names)), token);
    }
  }

  private ask(
    request: FastifyRequest,
    reply: FastifyReply,
    exhibition: Exhibition,
    shown: Form,
    token: string,
  ) {
    return this.forms.send(
      request,
      reply,
      {
        exhibition,
        heading: `Copy “${exhibition.title}”`,
        part: 'copy',
        form: shown,
        hidden: { once: token },
        saveLabel: 'Make the copy',
        children: (
          <>
            <p class="govuk-body">
              The copy is a draft with the same words, days, tasks, budgets, floor and rules. All dates move
              with the first day. People are not copied: neither the team nor contacts, nor who does which
              task. Open notes for next year come along.
            </p>
            <Input {...field(shown, 'title')} label="Title of the new exhibition" />
            <DateInput
              {...dateField(shown, 'firstDay')}
              fieldset={{ legend: 'The first day on which its stand is open' }}
              hint="Tasks stay on their weekday, or on their date where this is the same date of another year."
            />
          </>
        ),
      },
      shown.errors.length > 0 ? 422 : 200,
    );
  }
}

/** A year later, on the same weekday. */
function suggestion({ title, firstDay }: Exhibition) {
  const next = Temporal.PlainDate.from(firstDay).add({ weeks: 52 });
  const year = firstDay.slice(0, 4);
  return {
    title: title.replaceAll(year, String(Number(year) + 1)),
    ...dayBoxes('firstDay', next.toString()),
  };
}
