import { Body, Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { actorOf, notFound } from '#platform';
import {
  allValues,
  Checkboxes,
  Details,
  field,
  form,
  listInWords,
  pickFields,
  Radios,
  readVersion,
  refusedFields,
  ResponsiveTable,
  submittedValues,
  SummaryList,
  Textarea,
  textIn,
  type Form,
} from '#ui';
import { FindVisit } from '../../visits/find-visit.js';
import { isProblem, VisitForms } from '../../visits/pages/visit-forms.js';
import { kindWords, outcomeWords, reasonInWords } from '../in-words.js';
import { OverrideOutcome } from '../override-outcome.js';
import { ReadSelection } from '../read-selection.js';

const names = ['outcome', 'countsAs', 'lifts', 'why'] as const;

/** One result: what assessors gave, and a way to decide otherwise than the rules. */
@Controller('visits/manage/:id/selection/result/:applicationId')
export class OverridePage {
  constructor(
    private readonly forms: VisitForms,
    private readonly visits: FindVisit,
    private readonly selections: ReadSelection,
    private readonly override: OverrideOutcome,
  ) {}

  @Get()
  show(
    @Param('id') id: string,
    @Param('applicationId') applicationId: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    return this.send(request, reply, { id, applicationId }, form());
  }

  @Post()
  async save(
    @Param('id') id: string,
    @Param('applicationId') applicationId: string,
    @Body() body: unknown,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const sent = submittedValues(body);
    const values = pickFields(sent, names);
    const wanted = {
      outcome: textIn(values, 'outcome'),
      countsAs: textIn(values, 'countsAs') || 'general',
      why: textIn(values, 'why'),
      lifts: allValues(values, 'lifts'),
    };
    try {
      await this.override.run(actorOf(request), id, applicationId, readVersion(sent) ?? 0, wanted);
      return await this.forms.done(reply, id, 'selection/result', 'The result is changed.');
    } catch (error) {
      if (!isProblem(error, 409)) {
        const shown = form(values, refusedFields(error, names));
        return this.send(request, reply, { id, applicationId }, shown, 422);
      }
      if (error.code !== 'edited-meanwhile') return this.forms.undone(reply, id, 'selection', error.detail);
      const { row } = await this.one(id, applicationId);
      // A second press of the button: what it asks for is done.
      if (row.outcome === wanted.outcome && row.overrideWhy === wanted.why.trim())
        return this.forms.done(reply, id, 'selection/result', 'The result is changed.');
      const message =
        'Somebody changed the selection after you opened it. Look at the result below, then save again.';
      const shown = form(values, [{ field: '', message }]);
      return this.send(request, reply, { id, applicationId }, shown, 409);
    }
  }

  private async one(id: string, applicationId: string) {
    const outcomes = await this.selections.outcomes(id);
    const found = outcomes.find(({ row }) => row.applicationId === applicationId);
    if (found === undefined) throw notFound('There is no such application in the result.');
    return found;
  }

  private async send(
    request: FastifyRequest,
    reply: FastifyReply,
    { id, applicationId }: { readonly id: string; readonly applicationId: string },
    shown: Form,
    status = 200,
  ) {
    const visit = await this.visits.byId(id);
    const { row, name, organisationName } = await this.one(visit.id, applicationId);
    const [selection, given] = await Promise.all([
      this.selections.of(visit.id),
      this.selections.given(visit.id, applicationId),
    ]);
    const kinds = ['general', ...visit.reserved.map(({ kind }) => kind)] as const;
    return this.forms.send(
      request,
      reply,
      {
        visit,
        heading: `Change the result of ${name}`,
        part: `selection/result/${row.applicationId}`,
        backPart: 'selection/result',
        form: shown,
        hidden: { version: String(selection?.version ?? 1) },
        saveLabel: 'Change the result',
        cancelLabel: 'Leave it as it is',
        children: (
          <>
            <SummaryList
              rows={[
                { key: 'Code', value: row.code },
                organisationName !== null && { key: 'Organisation', value: organisationName },
                {
                  key: 'Result now',
                  value:
                    row.countsAs === null
                      ? `${outcomeWords[row.outcome]}${row.position === null ? '' : ` ${row.position}`}`
                      : `${outcomeWords[row.outcome]}, ${kindWords[row.countsAs].toLowerCase()}`,
                },
                { key: 'By the rules', value: reasonInWords(row.reason) },
                row.overrideWhy !== null && { key: 'Changed by hand', value: row.overrideWhy },
              ]}
            />
            {given.length > 0 && (
              <Details summaryText="What assessors gave">
                <ResponsiveTable
                  caption="Points of each assessor"
                  columns={[
                    { key: 'name', heading: 'Assessor' },
                    { key: 'points', heading: 'Points' },
                    { key: 'note', heading: 'Note' },
                  ]}
                  rows={given.map((each) => [
                    each.assessor,
                    listInWords(each.points.map(({ title, points }) => `${title} ${points}`)),
                    each.note,
                  ])}
                />
              </Details>
            )}
            <Radios
              {...field(shown, 'outcome')}
              fieldset={{ legend: { text: 'What is it to be?', classes: 'govuk-fieldset__legend--m' } }}
              items={[
                { value: 'place', text: 'A place' },
                { value: 'reserve', text: 'A reserve, behind all others' },
                { value: 'declined', text: 'No place, and no reserve' },
              ]}
            />
            {kinds.length > 1 && (
              <Radios
                {...field(shown, 'countsAs')}
                fieldset={{ legend: { text: 'For a place: which?', classes: 'govuk-fieldset__legend--s' } }}
                items={kinds.map((kind) => ({ value: kind, text: kindWords[kind] }))}
              />
            )}
            <Checkboxes
              {...field(shown, 'lifts')}
              fieldset={{
                legend: { text: 'Set aside for this one (optional)', classes: 'govuk-fieldset__legend--s' },
              }}
              hint="The number of places, and those that are kept, always stand."
              items={[
                { value: 'organisation', text: 'How many may come from one organisation' },
                { value: 'category', text: 'How many may come of one category' },
              ]}
            />
            <Textarea
              {...field(shown, 'why')}
              label="Why"
              hint="The applicant reads it; on the page of the selection stands only that it was changed by hand."
              rows={4}
            />
          </>
        ),
      },
      status,
    );
  }
}
