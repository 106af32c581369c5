import { Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { actorOf } from '#platform';
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
import { FindVisit } from '../../visits/find-visit.js';
import { isProblem, VisitForms } from '../../visits/pages/visit-forms.js';
import { countsPart } from '../addresses.js';
import { KeepSteps } from '../keep-steps.js';

/** Where staff write what to do when somebody is missing. */
@Controller('visits/manage/:id/head-counts/steps')
export class StepsPage {
  constructor(
    private readonly forms: VisitForms,
    private readonly visits: FindVisit,
    private readonly keep: KeepSteps,
  ) {}

  @Get()
  async show(@Param('id') id: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const visit = await this.visits.byId(id);
    const { steps } = await this.keep.of(visit.id);
    return this.ask(request, reply, id, form({ steps: steps.join('\n') }));
  }

  @Post()
  async save(@Param('id') id: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const sent = submittedValues(request.body);
    const values = pickFields(sent, ['steps']);
    try {
      await this.keep.save(actorOf(request), id, textIn(values, 'steps'), readVersion(sent));
      return await this.forms.done(reply, id, countsPart, 'What to do when somebody is missing is saved.');
    } catch (error) {
      if (isProblem(error, 404)) throw error;
      if (isProblem(error, 409)) {
        const { steps } = await this.keep.of(id);
        const message = `Somebody changed the steps after you opened them. Theirs are now: ${steps.join(' / ')} Save yours in place of them, or go back.`;
        return this.ask(request, reply, id, form(values, [{ field: '', message }]), 409);
      }
      return this.ask(request, reply, id, form(values, refusedFields(error, ['steps'])), 422);
    }
  }

  private async ask(request: FastifyRequest, reply: FastifyReply, id: string, shown: Form, status?: number) {
    const visit = await this.visits.byId(id);
    const { version } = await this.keep.of(visit.id);
    const page = {
      visit,
      heading: 'What to do when somebody is missing',
      part: `${countsPart}/steps`,
      backPart: countsPart,
      form: shown,
      hidden: { version: String(version) },
      saveLabel: 'Save the steps',
      children: (
        <Textarea
          {...field(shown, 'steps')}
          label="Steps"
          hint="One to a line, the first thing to do first. Whoever counts reads them in a hurry: name the police, the embassy and whom to ring for this visit."
          rows={12}
        />
      ),
    };
    return this.forms.send(request, reply, page, status);
  }
}
