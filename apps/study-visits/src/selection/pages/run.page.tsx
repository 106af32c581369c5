import { Body, Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { actorOf } from '#platform';
import {
  Checkboxes,
  field,
  form,
  pickFields,
  plural,
  Radios,
  readVersion,
  refusedFields,
  submittedValues,
  textIn,
  type Form,
} from '#ui';
import { FindVisit } from '../../visits/find-visit.js';
import { isProblem, VisitForms } from '../../visits/pages/visit-forms.js';
import { selectionMethods } from '../domain/select.js';
import { methodWords, rulesInWords } from '../in-words.js';
import { ReadSelection } from '../read-selection.js';
import { RunSelection, rulesOf } from '../run-selection.js';

const names = ['method', 'release'] as const;

/** Runs the selection, for the first time or again. */
@Controller('visits/manage/:id/selection/run')
export class RunPage {
  constructor(
    private readonly forms: VisitForms,
    private readonly visits: FindVisit,
    private readonly selections: ReadSelection,
    private readonly runSelection: RunSelection,
  ) {}

  @Get()
  async show(@Param('id') id: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const { id: visitId } = await this.visits.byId(id);
    const selection = await this.selections.of(visitId);
    const values = {
      method: selection?.method ?? (selection?.scoringClosedAt instanceof Date ? 'score' : ''),
      release: selection?.rules?.releaseUnfilled === true ? 'yes' : '',
    };
    return this.send(request, reply, visitId, form(values));
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
    const wanted = { method: textIn(values, 'method'), releaseUnfilled: textIn(values, 'release') === 'yes' };
    try {
      await this.runSelection.run(actorOf(request), id, readVersion(sent) ?? 0, wanted);
      return await this.forms.done(
        reply,
        id,
        'selection/result',
        'The selection is run. Look at the result before you tell anybody.',
      );
    } catch (error) {
      if (!isProblem(error, 409))
        return this.send(request, reply, id, form(values, refusedFields(error, names)), 422);
      const selection = await this.selections.of(id);
      // A second press of the button: the result is there.
      if (
        error.code === 'edited-meanwhile' &&
        selection?.method === wanted.method &&
        selection.rules?.releaseUnfilled === wanted.releaseUnfilled
      )
        return this.forms.undone(
          reply,
          id,
          'selection/result',
          'The selection has been run this way already.',
        );
      return this.forms.undone(
        reply,
        id,
        'selection',
        error.code === 'edited-meanwhile'
          ? 'Somebody changed the selection after you opened it, so nothing was done. Look at it again.'
          : error.detail,
      );
    }
  }

  private async send(request: FastifyRequest, reply: FastifyReply, id: string, shown: Form, status = 200) {
    const visit = await this.visits.byId(id);
    const [selection, outcomes, standing] = await Promise.all([
      this.selections.of(visit.id),
      this.selections.outcomes(visit.id),
      this.selections.standing(visit.id),
    ]);
    const byHand = outcomes.filter(({ row }) => row.overrideWhy !== null).length;
    const hasKept = visit.reserved.length > 0;
    return this.forms.send(
      request,
      reply,
      {
        visit,
        heading: selection?.runAt instanceof Date ? 'Run the selection again' : 'Run the selection',
        part: 'selection/run',
        backPart: 'selection',
        form: shown,
        hidden: { version: String(selection?.version ?? 1) },
        saveLabel: 'Run the selection',
        isWarning: byHand > 0,
        children: (
          <>
            <ul class="govuk-list govuk-list--bullet">
              <li>{plural(standing.length, 'application stands', 'applications stand')} for a place.</li>
              {rulesInWords(rulesOf(visit, false))
                .slice(0, hasKept ? -1 : undefined)
                .map((rule) => (
                  <li key={rule}>{rule}</li>
                ))}
              {byHand > 0 && (
                <li>
                  {plural(
                    byHand,
                    'result that was changed by hand falls',
                    'results that were changed by hand fall',
                  )}{' '}
                  back to what the rules say.
                </li>
              )}
              <li>Nobody is told anything yet.</li>
            </ul>
            <Radios
              {...field(shown, 'method')}
              fieldset={{
                legend: { text: 'How are places given?', classes: 'govuk-fieldset__legend--m' },
              }}
              items={selectionMethods.map((method) => ({
                value: method,
                text: methodWords[method],
                ...(method === 'score' &&
                  !(selection?.scoringClosedAt instanceof Date) && {
                    hint: { text: 'Possible once scoring is closed.' },
                    disabled: true,
                  }),
              }))}
            />
            {hasKept && (
              <Checkboxes
                {...field(shown, 'release')}
                items={[
                  {
                    value: 'yes',
                    text: 'Give kept places to everybody where nobody is left for them',
                  },
                ]}
              />
            )}
          </>
        ),
      },
      status,
    );
  }
}
