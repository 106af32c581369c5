import { Body, Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { checkWhole } from '#checks';
import { actorOf } from '#platform';
import {
  field,
  filledRows,
  form,
  Input,
  pickFields,
  readVersion,
  refusedFields,
  rowName,
  rowNames,
  rowsTogether,
  submittedValues,
  Textarea,
  textIn,
  type Form,
  type SubmittedValues,
} from '#ui';
import { FindVisit } from '../../visits/find-visit.js';
import { isProblem, VisitForms } from '../../visits/pages/visit-forms.js';
import { mostCriteria, weightRules, type CriterionInput } from '../domain/criteria.js';
import { pointsInWords } from '../in-words.js';
import { KeepCriteria } from '../keep-criteria.js';
import { ReadSelection } from '../read-selection.js';

const rows = { name: 'criteria', parts: ['title', 'text', 'weight'], most: mostCriteria } as const;

/** What applications for a visit are scored by. */
@Controller('visits/manage/:id/selection/criteria')
export class CriteriaPage {
  constructor(
    private readonly forms: VisitForms,
    private readonly visits: FindVisit,
    private readonly selections: ReadSelection,
    private readonly keep: KeepCriteria,
  ) {}

  @Get()
  async show(@Param('id') id: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const { id: visitId } = await this.visits.byId(id);
    const criteria = await this.selections.criteria(visitId);
    const values = Object.fromEntries(
      criteria.flatMap(({ title, text, weight }, index) => [
        [rowName(rows, index, 'title'), title],
        [rowName(rows, index, 'text'), text],
        [rowName(rows, index, 'weight'), String(weight)],
      ]),
    );
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
    const names = rowNames(rows);
    const values = rowsTogether(pickFields(sent, names), rows);
    try {
      await this.keep.run(actorOf(request), id, readVersion(sent) ?? 0, readCriteria(values));
      return await this.forms.done(reply, id, 'selection', 'The criteria are saved.');
    } catch (error) {
      if (isProblem(error, 409)) {
        const saved = await this.selections.criteria(id);
        // A second press of the button: what it asks for is saved.
        if (saysAlready(saved, values))
          return this.forms.done(reply, id, 'selection', 'The criteria are saved.');
        const message =
          error.code === 'edited-meanwhile'
            ? 'Somebody changed the selection after you opened it. What you wrote is below; saving replaces what they wrote.'
            : error.detail;
        return this.send(request, reply, id, form(values, [{ field: '', message }]), 409);
      }
      return this.send(request, reply, id, form(values, refusedFields(error, names)), 422);
    }
  }

  private async send(request: FastifyRequest, reply: FastifyReply, id: string, shown: Form, status = 200) {
    const visit = await this.visits.byId(id);
    const selection = await this.selections.of(visit.id);
    const lines = Math.min(mostCriteria, Math.max(4, filledRows(shown.values, rows) + 1));
    return this.forms.send(
      request,
      reply,
      {
        visit,
        heading: 'What applications are scored by',
        part: 'selection/criteria',
        backPart: 'selection',
        form: shown,
        hidden: { version: String(selection?.version ?? 1) },
        saveLabel: 'Save the criteria',
        children: (
          <>
            <p class="govuk-body">
              {pointsInWords} Once somebody has scored an application they stay as they are. Leave blank what
              you do not need; there are {mostCriteria} at most.
            </p>
            {Array.from({ length: lines }, (_, index) => (
              <fieldset key={index} class="govuk-fieldset">
                <legend class="govuk-fieldset__legend govuk-fieldset__legend--m">
                  Criterion {index + 1}
                </legend>
                <Input {...field(shown, rowName(rows, index, 'title'))} label="What it is called" />
                <Textarea
                  {...field(shown, rowName(rows, index, 'text'))}
                  label="What deserves few points, and what many (optional)"
                  rows={2}
                />
                <Input
                  {...field(shown, rowName(rows, index, 'weight'))}
                  label={`How much it counts, ${weightRules.least} to ${weightRules.most}`}
                  classes="govuk-input--width-2"
                  inputmode="numeric"
                />
              </fieldset>
            ))}
          </>
        ),
      },
      status,
    );
  }
}

const readCriteria = (values: SubmittedValues): readonly CriterionInput[] =>
  Array.from({ length: filledRows(values, rows) }, (_, index) => ({
    title: textIn(values, rowName(rows, index, 'title')),
    text: textIn(values, rowName(rows, index, 'text')),
    weight: checkWhole(
      textIn(values, rowName(rows, index, 'weight')),
      rowName(rows, index, 'weight'),
      weightRules,
    ),
  }));

function saysAlready(
  saved: readonly { readonly title: string; readonly text: string; readonly weight: number }[],
  values: SubmittedValues,
): boolean {
  const wanted = readCriteria(values);
  return (
    saved.length === wanted.length &&
    saved.every(({ title, text, weight }, index) => {
      const other = wanted[index];
      return (
        other !== undefined &&
        other.title.trim() === title &&
        other.text.trim() === text &&
        other.weight.ok &&
        other.weight.value === weight
      );
    })
  );
}
