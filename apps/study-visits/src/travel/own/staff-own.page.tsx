import { Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { form, pickFields, refusedFields, submittedValues, textIn, type Form } from '#ui';
import { isProblem, VisitForms } from '../../visits/pages/visit-forms.js';
import { ownTravelPart, travelPart } from '../addresses.js';
import { fillOwn, OwnFields, ownNames, readOwn } from '../form/own-form.js';
import { KeepOwnTravel, type OpenedOwnTravel } from './keep-own-travel.js';

/** Where staff write down that somebody goes there or home on their own. */
@Controller('visits/manage/:id/travel/own/:travellerId')
export class StaffOwnPage {
  constructor(
    private readonly forms: VisitForms,
    private readonly keep: KeepOwnTravel,
  ) {}

  @Get()
  async show(
    @Param('id') visitId: string,
    @Param('travellerId') travellerId: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const opened = await this.keep.read({ visitId, travellerId });
    return this.ask(request, reply, opened, form(fillOwn(opened.journeys, opened.visit)));
  }

  @Post()
  async save(
    @Param('id') visitId: string,
    @Param('travellerId') travellerId: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const sent = submittedValues(request.body);
    const values = pickFields(sent, ownNames);
    const mark = textIn(sent, 'mark');
    try {
      await this.keep.save({ visitId, travellerId }, readOwn(values), mark);
      return await this.forms.done(reply, visitId, travelPart, 'What they do on their own is saved.');
    } catch (error) {
      if (isProblem(error, 404)) throw error;
      const opened = await this.keep.read({ visitId, travellerId });
      if (isProblem(error, 409)) {
        const errors = [{ field: '', message: error.detail }];
        return this.ask(request, reply, opened, form(values, errors), 409);
      }
      const shown = form(values, refusedFields(error, ownNames));
      return this.ask(request, reply, { ...opened, mark }, shown, 422);
    }
  }

  private ask(
    request: FastifyRequest,
    reply: FastifyReply,
    { visit, traveller, mark }: OpenedOwnTravel,
    shown: Form,
    status = 200,
  ) {
    const page = {
      visit,
      heading: `${traveller.name} on their own`,
      part: ownTravelPart(traveller.id),
      backPart: travelPart,
      form: shown,
      hidden: { mark },
      saveLabel: 'Save their own ways',
      children: <OwnFields form={shown} visit={visit} by="staff" />,
    };
    return this.forms.send(request, reply, page, status);
  }
}
