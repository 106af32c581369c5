import { Body, Controller, Get, Inject, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { actorOf, notFound } from '#platform';
import {
  field,
  form,
  pickFields,
  readVersion,
  refusedFields,
  submittedValues,
  Textarea,
  textIn,
  type Form,
} from '#ui';
import { calledOffInWords } from '../../events/in-words.js';
import { ReadEvents } from '../../events/read-events.js';
import { CLOCK, type Clock } from '../../tokens.js';
import { ChangeStatus } from '../change-status.js';
import type { Exhibition } from '../domain/exhibition.js';
import { longestReason, movesFrom } from '../domain/status.js';
import { FindExhibition } from '../find-exhibition.js';
import { statusWords } from '../in-words.js';
import { ExhibitionForms, isProblem } from './exhibition-forms.js';
import { stepWords, type StepTo } from './status-steps.js';

/** Publishes or cancels an exhibition, each on a page of its own that says what it means. */
@Controller('stands/manage/:id/status/:to')
export class ChangeStatusPage {
  constructor(
    private readonly forms: ExhibitionForms,
    private readonly exhibitions: FindExhibition,
    private readonly change: ChangeStatus,
    private readonly events: ReadEvents,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get()
  async show(
    @Param('id') id: string,
    @Param('to') to: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    return this.ask(request, reply, await this.exhibitions.byId(id), stepTo(to), form());
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
      const exhibition = await this.exhibitions.byId(id);
      if (isProblem(error, 409)) {
        return this.ask(request, reply, exhibition, to, form(values), { status: 409, seen: version });
      }
      const shown = form(values, refusedFields(error, ['reason']));
      return this.ask(request, reply, exhibition, to, shown, { status: 422 });
    }
  }

  /** The step's page; for a step that has nothing left to do the exhibition's own. */
  private async ask(
    request: FastifyRequest,
    reply: FastifyReply,
    exhibition: Exhibition,
    to: StepTo,
    shown: Form,
    { status, seen }: { readonly status: number; readonly seen?: number } = { status: 200 },
  ) {
    const { id, title } = exhibition;
    if (!movesFrom(exhibition.status).includes(to)) {
      const standing = statusWords[exhibition.status].toLowerCase();
      const text =
        exhibition.status === to
          ? `“${title}”: ${standing}, as it was before.`
          : `“${title}”: ${standing}, so this step cannot be taken now.`;
      return this.forms.undone(reply, id, undefined, text);
    }
    const words = stepWords[to];
    const effects = to === 'cancelled' ? [...words.effects, ...(await this.goWithIt(id))] : words.effects;
    return this.forms.send(
      request,
      reply,
      {
        exhibition,
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
              {effects.map((sentence) => (
                <li key={sentence}>{sentence}</li>
              ))}
            </ul>
            {to === 'cancelled' && (
              <Textarea
                {...field(shown, 'reason')}
                label="Why"
                hint={`Everybody reads it on the exhibition’s page. At most ${longestReason.toLocaleString('en-GB')} characters.`}
                rows={4}
              />
            )}
          </>
        ),
      },
      status,
    );
  }

  /** What is called off with the exhibition, in sentences. */
  private async goWithIt(id: string): Promise<readonly string[]> {
    const events = await this.events.toCome(id, this.clock());
    const guests = await this.events.toldGuests(events.map((event) => event.id));
    const said = calledOffInWords({ events: events.length, guests });
    return said === null ? [] : [said];
  }
}

/** @throws Problem 404 for what no step leads to */
function stepTo(name: string): StepTo {
  if (name !== 'published' && name !== 'cancelled') throw notFound();
  return name;
}
