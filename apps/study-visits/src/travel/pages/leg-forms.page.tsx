import { randomUUID } from 'node:crypto';
import { Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { actorOf, RunOnce } from '#platform';
import {
  field,
  form,
  pickFields,
  plural,
  readToken,
  readVersion,
  refusedFields,
  submittedValues,
  Textarea,
  textIn,
  type Form,
} from '#ui';
import type { Visit } from '../../visits/domain/visit.js';
import { FindVisit } from '../../visits/find-visit.js';
import { isProblem, VisitForms } from '../../visits/pages/visit-forms.js';
import { legPart, travelPart } from '../addresses.js';
import { blankLeg, fillLeg, LegFields, legNames, readLeg } from '../form/leg-form.js';
import { legName, momentWords, routeWords } from '../in-words.js';
import { KeepLegs } from '../keep-legs.js';
import type { LegWithPlaces } from '../legs.js';
import { ReadLegs } from '../read-legs.js';

/** Adds, changes and cancels a leg. */
@Controller('visits/manage/:id/travel')
export class LegFormsPage {
  constructor(
    private readonly forms: VisitForms,
    private readonly visits: FindVisit,
    private readonly legs: ReadLegs,
    private readonly keep: KeepLegs,
    private readonly runOnce: RunOnce,
  ) {}

  @Get('new')
  async showNew(@Param('id') id: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const visit = await this.visits.byId(id);
    return this.askNew(request, reply, visit, form(blankLeg(visit)), randomUUID());
  }

  @Post('new')
  async add(@Param('id') id: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const visit = await this.visits.byId(id);
    const sent = submittedValues(request.body);
    const values = pickFields(sent, legNames);
    const token = readToken(sent);
    const actor = actorOf(request);
    try {
      const legId = await this.runOnce.run(actor, token, { ...values, visit: visit.id }, async (manager) => {
        const leg = await this.keep.add(manager, actor, visit.id, readLeg(values));
        return leg.id;
      });
      return await this.forms.done(
        reply,
        visit.id,
        legPart(legId, 'travellers'),
        'The leg is added. Say who is on it.',
      );
    } catch (error) {
      return this.askNew(request, reply, visit, form(values, problemsAt(error)), token);
    }
  }

  @Get(':legId/edit')
  async showEdit(
    @Param('id') id: string,
    @Param('legId') legId: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const { visit, leg } = await this.one(id, legId);
    return this.askEdit(request, reply, visit, leg, form(fillLeg(leg)));
  }

  @Post(':legId/edit')
  async save(
    @Param('id') id: string,
    @Param('legId') legId: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const { visit, leg } = await this.one(id, legId);
    const sent = submittedValues(request.body);
    const values = pickFields(sent, legNames);
    const version = readVersion(sent) ?? 0;
    const input = readLeg(values);
    const done = () => this.forms.done(reply, visit.id, legPart(leg.id), 'The leg is saved.');
    try {
      await this.keep.edit(actorOf(request), { visitId: visit.id, legId: leg.id, version }, input);
      return await done();
    } catch (error) {
      if (isProblem(error, 409)) {
        const now = await this.legs.one({ visitId: visit.id, legId: leg.id });
        // Saved by a first press of the same button.
        if (this.keep.saysAlready(now, input, visit)) return done();
        const message = `${error.detail} What you wrote is below; saving replaces it.`;
        return this.askEdit(request, reply, visit, now, form(values, [{ field: '', message }]), 409);
      }
      const shown = form(values, refusedFields(error, legNames));
      return this.askEdit(request, reply, visit, { ...leg, version }, shown, 422);
    }
  }

  @Get(':legId/cancel')
  async showCancel(
    @Param('id') id: string,
    @Param('legId') legId: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const { visit, leg } = await this.one(id, legId);
    return this.askCancel(request, reply, visit, leg, form());
  }

  @Post(':legId/cancel')
  async cancel(
    @Param('id') id: string,
    @Param('legId') legId: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const { visit, leg } = await this.one(id, legId);
    const values = pickFields(submittedValues(request.body), ['reason']);
    const done = () => this.forms.done(reply, visit.id, travelPart, `${legName(leg)} is cancelled.`);
    // A second press of the button: what it asks for is done.
    if (leg.status === 'cancelled') return done();
    try {
      const seen = { visitId: visit.id, legId: leg.id, version: null };
      await this.keep.cancel(actorOf(request), seen, textIn(values, 'reason'));
      return await done();
    } catch (error) {
      const shown = form(
        values,
        isProblem(error, 409) ? problemsAt(error) : refusedFields(error, ['reason']),
      );
      return this.askCancel(request, reply, visit, leg, shown, isProblem(error, 409) ? 409 : 422);
    }
  }

  private async one(id: string, legId: string) {
    const visit = await this.visits.byId(id);
    return { visit, leg: await this.legs.one({ visitId: visit.id, legId }) };
  }

  private askNew(request: FastifyRequest, reply: FastifyReply, visit: Visit, shown: Form, once: string) {
    const page = {
      visit,
      heading: 'Add a leg',
      part: `${travelPart}/new`,
      backPart: travelPart,
      form: shown,
      hidden: { once },
      saveLabel: 'Add the leg',
      children: <LegFields form={shown} visit={visit} />,
    };
    return this.forms.send(request, reply, page, shown.errors.length > 0 ? 422 : 200);
  }

  private askEdit(
    request: FastifyRequest,
    reply: FastifyReply,
    visit: Visit,
    leg: LegWithPlaces,
    shown: Form,
    status = 200,
  ) {
    const page = {
      visit,
      heading: `Change ${legName(leg)}`,
      part: legPart(leg.id, 'edit'),
      backPart: legPart(leg.id),
      form: shown,
      hidden: { version: String(leg.version) },
      saveLabel: 'Save the leg',
      children: <LegFields form={shown} visit={visit} />,
    };
    return this.forms.send(request, reply, page, status);
  }

  private askCancel(
    request: FastifyRequest,
    reply: FastifyReply,
    visit: Visit,
    leg: LegWithPlaces,
    shown: Form,
    status = 200,
  ) {
    const page = {
      visit,
      heading: `Cancel ${legName(leg)}?`,
      part: legPart(leg.id, 'cancel'),
      backPart: legPart(leg.id),
      form: shown,
      saveLabel: 'Cancel the leg',
      isWarning: true,
      cancelLabel: 'Keep it',
      children: (
        <>
          <p class="govuk-body">
            {routeWords(leg)}, {momentWords(leg.departs)}.{' '}
            {plural(leg.places.length, 'traveller is', 'travellers are')} on it. They have it no longer, and
            their mails say so the next time that you tell travellers of their legs. It cannot be planned
            again; you would add another one.
          </p>
          <Textarea {...field(shown, 'reason')} label="Why?" hint="Whoever was on it reads it." rows={3} />
        </>
      ),
    };
    return this.forms.send(request, reply, page, status);
  }
}

/** A conflict is about the form as a whole; what is wrong with fields is at them. */
function problemsAt(error: unknown): Form['errors'] {
  if (isProblem(error, 409)) return [{ field: '', message: error.detail }];
  return refusedFields(error, legNames);
}
