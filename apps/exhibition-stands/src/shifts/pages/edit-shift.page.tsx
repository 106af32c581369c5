import { randomUUID } from 'node:crypto';
import { Body, Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { actorOf, Problem, RunOnce } from '#platform';
import {
  form,
  InsetText,
  pickFields,
  readToken,
  readVersion,
  refusedFields,
  submittedValues,
  type Form,
} from '#ui';
import { shiftsPath } from '../../board/addresses.js';
import { RotaPages, type Answering } from '../../board/pages/rota-pages.js';
import { FindExhibition } from '../../exhibitions/find-exhibition.js';
import { ChangeShifts } from '../change-shifts.js';
import { ShiftsRepository } from '../shifts.repository.js';
import { fillShift, readShift, ShiftFields, shiftNames } from './shift-form.js';

/** Adds a shift by hand, or changes one. */
@Controller('stands/manage/:id/shifts')
export class EditShiftPage {
  constructor(
    private readonly pages: RotaPages,
    private readonly exhibitions: FindExhibition,
    private readonly shifts: ShiftsRepository,
    private readonly changeShifts: ChangeShifts,
    private readonly runOnce: RunOnce,
  ) {}

  @Get('new')
  async blank(@Param('id') id: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const exhibition = await this.exhibitions.byId(id);
    const shown = form({ cover: '3', leads: '1' });
    return this.sendNew({ request, reply, exhibition }, shown, randomUUID());
  }

  @Post('new')
  async add(
    @Param('id') id: string,
    @Body() body: unknown,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const exhibition = await this.exhibitions.byId(id);
    const [sent, actor] = [submittedValues(body), actorOf(request)];
    const values = pickFields(sent, shiftNames);
    const token = readToken(sent);
    try {
      await this.runOnce.run(actor, token, { ...values, exhibitionId: id }, async (manager) => {
        const shift = await this.changeShifts.add(manager, actor, id, readShift(values));
        return shift.id;
      });
      return await this.pages.done(reply, shiftsPath(id), 'The shift is added.');
    } catch (error) {
      const shown = form(values, refusedFields(error, shiftNames));
      return this.sendNew({ request, reply, exhibition }, shown, token, 422);
    }
  }

  @Get(':shiftId/edit')
  async show(
    @Param('id') id: string,
    @Param('shiftId') shiftId: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const exhibition = await this.exhibitions.byId(id);
    const shift = await this.shifts.one(exhibition.id, shiftId);
    const shown = form(fillShift(shift, exhibition));
    return this.sendEdit({ request, reply, exhibition }, shiftId, { shown, version: shift.version });
  }

  @Post(':shiftId/edit')
  async save(
    @Param('id') id: string,
    @Param('shiftId') shiftId: string,
    @Body() body: unknown,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const exhibition = await this.exhibitions.byId(id);
    const sent = submittedValues(body);
    const values = pickFields(sent, shiftNames);
    const version = readVersion(sent) ?? 0;
    try {
      const seen = { exhibitionId: id, id: shiftId, version };
      await this.changeShifts.edit(actorOf(request), seen, readShift(values));
      return await this.pages.done(reply, shiftsPath(id), 'The shift is changed.');
    } catch (error) {
      const answering = { request, reply, exhibition };
      if (error instanceof Problem && error.code === 'edited-meanwhile') {
        const now = await this.shifts.one(exhibition.id, shiftId);
        const notice = `${error.detail} What you typed is below; saving it replaces what it says now.`;
        return this.sendEdit(answering, shiftId, { shown: form(values), version: now.version, notice }, 409);
      }
      const shown = form(values, refusedFields(error, shiftNames));
      return this.sendEdit(answering, shiftId, { shown, version }, 422);
    }
  }

  private sendNew(answering: Answering, shown: Form, token: string, status = 200) {
    const { exhibition } = answering;
    return this.pages.sendThing(
      answering,
      {
        part: 'shifts',
        heading: 'Add a shift',
        action: shiftsPath(exhibition.id, 'new'),
        shown,
        hidden: { once: token },
        saveLabel: 'Add this shift',
        children: <ShiftFields form={shown} exhibition={exhibition} />,
      },
      status,
    );
  }

  private sendEdit(
    answering: Answering,
    shiftId: string,
    { shown, version, notice }: { shown: Form; version: number; notice?: string },
    status = 200,
  ) {
    const { exhibition } = answering;
    return this.pages.sendThing(
      answering,
      {
        part: 'shifts',
        heading: 'Change the shift',
        action: shiftsPath(exhibition.id, `${shiftId}/edit`),
        shown,
        hidden: { version: String(version) },
        saveLabel: 'Save the changes',
        ...(notice !== undefined && { notice: <InsetText>{notice}</InsetText> }),
        children: (
          <>
            <p class="govuk-body">
              Whoever is on it in the draft stays. People who were told of it hear of its new times when the
              rota is published again.
            </p>
            <ShiftFields form={shown} exhibition={exhibition} />
            <p class="govuk-body">
              <a
                class="govuk-link cn-link--danger"
                href={`${shiftsPath(exhibition.id, 'remove')}?shift=${shiftId}`}
              >
                Remove this shift
              </a>
            </p>
          </>
        ),
      },
      status,
    );
  }
}
