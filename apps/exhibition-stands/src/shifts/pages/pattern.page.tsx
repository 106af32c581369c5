import { Body, Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { actorOf, Problem, valueOf } from '#platform';
import {
  form,
  pickFields,
  plural,
  readVersion,
  refusedFields,
  submittedValues,
  textIn,
  type Form,
  type SubmittedValues,
} from '#ui';
import { shiftsPath } from '../../board/addresses.js';
import { DraftsRepository } from '../../board/drafts.repository.js';
import { RotaPages, type Answering } from '../../board/pages/rota-pages.js';
import { dayKinds } from '../../exhibitions/domain/exhibition.js';
import { FindExhibition } from '../../exhibitions/find-exhibition.js';
import { TeamOf } from '../../team/team-of.js';
import { checkPattern } from '../domain/check-pattern.js';
import { MakeFromPattern } from '../make-from-pattern.js';
import { ShiftsRepository } from '../shifts.repository.js';
import { fillPattern, PatternFields, patternNames, readPattern } from './pattern-form.js';
import { PatternPreviewView } from './pattern-preview.js';

/** Makes shifts from a pattern: asked for, shown, and then written. */
@Controller('stands/manage/:id/shifts/pattern')
export class PatternPage {
  constructor(
    private readonly pages: RotaPages,
    private readonly exhibitions: FindExhibition,
    private readonly shifts: ShiftsRepository,
    private readonly drafts: DraftsRepository,
    private readonly team: TeamOf,
    private readonly make: MakeFromPattern,
  ) {}

  @Get()
  async show(@Param('id') id: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const exhibition = await this.exhibitions.byId(id);
    const pattern = await this.drafts.pattern(exhibition.id);
    return this.sendForm({ request, reply, exhibition }, form(fillPattern(pattern)));
  }

  @Post()
  async save(
    @Param('id') id: string,
    @Body() body: unknown,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const exhibition = await this.exhibitions.byId(id);
    const answering = { request, reply, exhibition };
    const sent = submittedValues(body);
    const values = pickFields(sent, patternNames);
    const step = textIn(sent, 'confirm');
    if (step === 'no') return this.sendForm(answering, form(values));
    try {
      const pattern = valueOf(checkPattern(readPattern(values)));
      if (step !== 'yes') return await this.sendPreview(answering, values);
      const { plan } = await this.make.run(actorOf(request), id, pattern, readVersion(sent) ?? 0);
      const stay = plan.kept.length + plan.byHand.length;
      const done = `The shifts are made: ${plural(plan.added.length, 'new one')}${stay > 0 ? `, ${plural(stay, 'stays', 'stay')}` : ''}.`;
      return await this.pages.done(reply, shiftsPath(id), done);
    } catch (error) {
      if (error instanceof Problem && error.code === 'edited-meanwhile')
        return this.sendPreview(answering, values, error.detail);
      if (error instanceof Problem && error.status === 409)
        return this.sendForm(answering, form(values, [{ field: '', message: error.detail }]), 409);
      return this.sendForm(answering, form(values, refusedFields(error, patternNames)), 422);
    }
  }

  private sendForm(answering: Answering, shown: Form, status = 200) {
    const { exhibition } = answering;
    const kinds = dayKinds.filter((kind) => exhibition.days.some((day) => day.kind === kind));
    const first = kinds.toSorted((a, b) => Number(b === 'open') - Number(a === 'open'));
    return this.pages.sendThing(
      answering,
      {
        part: 'shifts',
        heading: 'Make shifts from a pattern',
        action: shiftsPath(exhibition.id, 'pattern'),
        shown,
        saveLabel: 'Show what comes out',
        children:
          first.length === 0 ? (
            <p class="govuk-body">The exhibition has no days yet. Say first when the stand is open.</p>
          ) : (
            <PatternFields form={shown} kinds={first} />
          ),
      },
      status,
    );
  }

  private async sendPreview(answering: Answering, values: SubmittedValues, refused?: string) {
    const { exhibition } = answering;
    const pattern = valueOf(checkPattern(readPattern(values)));
    const [preview, members, shifts] = await Promise.all([
      this.make.preview(exhibition.id, pattern),
      this.team.run(exhibition.id),
      this.shifts.list(exhibition.id),
    ]);
    const names = new Map(members.map(({ id, name }) => [id, name]));
    const byId = new Map(shifts.map((shift) => [shift.id, shift]));
    return this.pages.sendDetail(
      answering,
      {
        part: 'shifts',
        heading: 'Are these the shifts?',
        back: { href: shiftsPath(exhibition.id), text: 'Shifts' },
        children: (
          <PatternPreviewView
            {...{ preview, values }}
            {...(refused !== undefined && { refused })}
            nameOf={(member) => names.get(member) ?? 'Somebody who has left'}
            shiftOf={(id) => byId.get(id)}
          />
        ),
      },
      refused === undefined ? 200 : 409,
    );
  }
}
