import { Body, Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { actorOf, notFound } from '#platform';
import {
  field,
  form,
  numberInWords,
  pickFields,
  readVersion,
  refusedFields,
  submittedValues,
  Textarea,
  textIn,
  type Form,
} from '#ui';
import { ChangeStatus } from '../change-status.js';
import { longestReason, movesFrom } from '../domain/status.js';
import type { Visit } from '../domain/visit.js';
import { FindVisit } from '../find-visit.js';
import { statusWords } from '../in-words.js';
import { isStep, stepWords, type StepTo } from './status-steps.js';
import { isProblem, VisitForms } from './visit-forms.js';

/** Announces, confirms or cancels a visit, each on a page of its own that says what it means. */
@Controller('visits/manage/:id/status/:to')
export class ChangeStatusPage {
  constructor(
    private readonly forms: VisitForms,
    private readonly visits: FindVisit,
    private readonly change: ChangeStatus,
  ) {}

  @Get()
  async show(
    @Param('id') id: string,
    @Param('to') to: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    return this.ask(request, reply, await this.visits.byId(id), stepTo(to), form());
  }

  @Post()
  async save(
    @Param('id') id: string,
    @Param('to') name: string,
    @Body() body: unknown,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const to = stepTo(name);
    const sent = submittedValues(body);
    const values = pickFields(sent, ['reason']);
    const version = readVersion(sent) ?? 0;
    try {
      const change = { to, reason: textIn(values, 'reason') };
      const { title } = await this.change.run(actorOf(request), { id, version }, change);
      return this.forms.done(reply, id, undefined, `“${title}”: ${statusWords[to].toLowerCase()}.`);
    } catch (error) {
      const visit = await this.visits.byId(id);
      if (isProblem(error, 409)) {
        return this.ask(request, reply, visit, to, form(values), { status: 409, seen: version });
      }
      const shown = form(values, refusedFields(error, ['reason']));
      return this.ask(request, reply, visit, to, shown, { status: 422 });
    }
  }

  /** The step's page; for a step that has nothing left to do the visit's own. */
  private ask(
    request: FastifyRequest,
    reply: FastifyReply,
    visit: Visit,
    to: StepTo,
    shown: Form,
    { status, seen }: { readonly status: number; readonly seen?: number } = { status: 200 },
  ) {
    const { id, title } = visit;
    if (!movesFrom(visit.status).includes(to)) {
      const standing = statusWords[visit.status].toLowerCase();
      const text =
        visit.status === to
          ? `“${title}”: ${standing}, as it was before.`
          : `“${title}”: ${standing}, so this step cannot be taken now.`;
      return this.forms.undone(reply, id, undefined, text);
    }
    const words = stepWords[to];
    const page = {
      visit,
      heading: words.question(title),
      part: `status/${to}`,
      form: shown,
      saveLabel: words.verb,
      isWarning: to === 'cancelled',
      cancelLabel: 'Leave it as it is',
      ...(seen !== undefined && { seen }),
      children: (
        <>
          <ul class="govuk-list govuk-list--bullet">
            {words.effects.map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
          {to === 'cancelled' && (
            <Textarea
              {...field(shown, 'reason')}
              label="Why"
              hint={`Everybody reads it on the visit’s page. At most ${numberInWords(longestReason)} characters.`}
              rows={4}
            />
          )}
        </>
      ),
    };
    return this.forms.send(request, reply, page, status);
  }
}

/** @throws Problem 404 for what no step leads to */
function stepTo(name: string): StepTo {
  if (!isStep(name)) throw notFound();
  return name;
}
