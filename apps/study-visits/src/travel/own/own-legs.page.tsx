import { Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import {
  BackLink,
  form,
  pickFields,
  refusedFields,
  sendForm,
  Site,
  submittedValues,
  textIn,
  type Form,
} from '#ui';
import { ownTravelPath } from '../../travellers/addresses.js';
import { isProblem } from '../../visits/pages/visit-forms.js';
import { ownLegsPath, sayOwnTravelPath } from '../addresses.js';
import { fillOwn, OwnFields, ownNames, readOwn } from '../form/own-form.js';
import { ReadLegs } from '../read-legs.js';
import { KeepOwnTravel, type OpenedOwnTravel } from './keep-own-travel.js';
import { OwnLegsView } from './own-legs.view.js';

/** A traveller's own legs, by their link, and where they say that they travel on their own. */
@Controller('visits/travellers/:secret/travel')
export class OwnLegsPage {
  constructor(
    private readonly site: Site,
    private readonly legs: ReadLegs,
    private readonly keep: KeepOwnTravel,
  ) {}

  @Get()
  async show(@Param('secret') secret: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const opened = await this.keep.read({ secret });
    const legs = await this.legs.ofTraveller(opened.traveller.id);
    return this.site.send(request, reply, {
      title: `Your journey: ${opened.visit.title}`,
      noIndex: true,
      before: <BackLink href={ownTravelPath(secret)}>Your visit</BackLink>,
      main: <OwnLegsView opened={opened} legs={legs} secret={secret} />,
    });
  }

  @Get('own')
  async showOwn(@Param('secret') secret: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const opened = await this.keep.read({ secret });
    return this.ask(request, reply, secret, opened, form(fillOwn(opened.journeys, opened.visit)));
  }

  @Post('own')
  async save(@Param('secret') secret: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const sent = submittedValues(request.body);
    const values = pickFields(sent, ownNames);
    const mark = textIn(sent, 'mark');
    try {
      const { journeys } = await this.keep.save({ secret }, readOwn(values), mark);
      const text =
        journeys.length === 0
          ? 'Saved: you travel with everybody else.'
          : 'Thank you. We know now how you travel on your own.';
      return await this.site.redirect(reply, ownLegsPath(secret), { type: 'success', text });
    } catch (error) {
      if (isProblem(error, 404)) throw error;
      const opened = await this.keep.read({ secret });
      if (isProblem(error, 409)) {
        const errors = [{ field: '', message: error.detail }];
        return this.ask(request, reply, secret, opened, form(values, errors), 409);
      }
      const shown = form(values, refusedFields(error, ownNames));
      return this.ask(request, reply, secret, { ...opened, mark }, shown, 422);
    }
  }

  private ask(
    request: FastifyRequest,
    reply: FastifyReply,
    secret: string,
    { visit, mark }: OpenedOwnTravel,
    shown: Form,
    status?: number,
  ) {
    const page = {
      title: `I travel on my own: ${visit.title}`,
      heading: 'I travel on my own',
      back: ownLegsPath(secret),
      backText: 'Your journey',
      action: sayOwnTravelPath(secret),
      form: shown,
      hidden: { mark },
      saveLabel: 'Save',
      children: (
        <>
          <p class="govuk-body">
            Tick the ways for which you look after yourself, and say when you arrive or leave, so that nobody
            waits for you. For the others you travel with everybody else.
          </p>
          <OwnFields form={shown} visit={visit} by="self" />
        </>
      ),
    };
    return sendForm(this.site, request, reply, page, status);
  }
}
