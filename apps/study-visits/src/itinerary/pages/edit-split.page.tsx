import { Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { actorOf } from '#platform';
import { form, pickFields, readVersion, refusedFields, submittedValues, type Form } from '#ui';
import { FindVisit } from '../../visits/find-visit.js';
import { isProblem, VisitForms } from '../../visits/pages/visit-forms.js';
import type { Split } from '../domain/plan.js';
import { KeepSplits } from '../keep-splits.js';
import { ReadItinerary } from '../read-itinerary.js';
import { fillSplit, readSplit, SplitFields, splitNames } from './groups.view.js';

/** Changes what a split and its groups are called, and deletes one. */
@Controller('visits/manage/:id/itinerary/groups/:splitId')
export class EditSplitPage {
  constructor(
    private readonly forms: VisitForms,
    private readonly visits: FindVisit,
    private readonly itinerary: ReadItinerary,
    private readonly keep: KeepSplits,
  ) {}

  @Get('edit')
  async show(
    @Param('id') visitId: string,
    @Param('splitId') id: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const split = await this.itinerary.split({ visitId, id });
    return this.ask(request, reply, visitId, split, form(fillSplit(split)));
  }

  @Post('edit')
  async save(
    @Param('id') visitId: string,
    @Param('splitId') id: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const sent = submittedValues(request.body);
    const values = pickFields(sent, splitNames);
    const version = readVersion(sent) ?? 0;
    const part = `itinerary/groups/${id}`;
    try {
      await this.keep.edit(actorOf(request), { visitId, id, version }, readSplit(values));
      return await this.forms.done(reply, visitId, part, 'The split is saved.');
    } catch (error) {
      const split = await this.itinerary.split({ visitId, id });
      if (isProblem(error, 409)) {
        const message = `${error.detail} What you wrote is below.`;
        return this.ask(request, reply, visitId, split, form(values, [{ field: '', message }]), 409);
      }
      const errors = refusedFields(error, splitNames);
      return this.ask(request, reply, visitId, { ...split, version }, form(values, errors), 422);
    }
  }

  @Get('delete')
  async showDelete(
    @Param('id') visitId: string,
    @Param('splitId') id: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const split = await this.itinerary.split({ visitId, id });
    return this.forms.send(request, reply, {
      visit: await this.visits.byId(visitId),
      heading: `Delete “${split.name}”?`,
      part: `itinerary/groups/${id}/delete`,
      backPart: `itinerary/groups/${id}`,
      form: form(),
      hidden: { version: String(split.version) },
      saveLabel: 'Delete the split',
      cancelLabel: 'Keep it',
      isWarning: true,
      children: (
        <p class="govuk-body">Who was in which of its groups is forgotten. It cannot be brought back.</p>
      ),
    });
  }

  @Post('delete')
  async remove(
    @Param('id') visitId: string,
    @Param('splitId') id: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    try {
      const { name } = await this.keep.remove(actorOf(request), { visitId, id, version: null });
      return await this.forms.done(reply, visitId, 'itinerary/groups', `“${name}” is deleted.`);
    } catch (error) {
      if (isProblem(error, 409))
        return this.forms.undone(reply, visitId, `itinerary/groups/${id}`, error.detail);
      // A second press of the button: what it asks for is done.
      if (!isProblem(error, 404)) throw error;
      await this.visits.byId(visitId);
      return this.forms.undone(reply, visitId, 'itinerary/groups', 'There is no such split any more.');
    }
  }

  private async ask(
    request: FastifyRequest,
    reply: FastifyReply,
    visitId: string,
    split: Split,
    shown: Form,
    status = 200,
  ) {
    const page = {
      visit: await this.visits.byId(visitId),
      heading: 'Change the split',
      part: `itinerary/groups/${split.id}/edit`,
      backPart: `itinerary/groups/${split.id}`,
      form: shown,
      hidden: { version: String(split.version) },
      saveLabel: 'Save the split',
      children: <SplitFields form={shown} />,
    };
    return this.forms.send(request, reply, page, status);
  }
}
