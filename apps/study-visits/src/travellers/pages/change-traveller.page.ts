import { Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { actorOf } from '#platform';
import { manageVisitPath } from '../../visits/addresses.js';
import { TravellerForms, type TravellerPlace } from './traveller-forms.js';

/** Where staff take somebody off those who travel, or put another in their place. */
@Controller('visits/manage/:id/travellers/:travellerId')
export class ChangeTravellerPage {
  constructor(private readonly forms: TravellerForms) {}

  @Get('withdraw')
  showWithdraw(
    @Param('id') id: string,
    @Param('travellerId') travellerId: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    return this.forms.showWithdraw(request, reply, placeOf(request, id, travellerId, 'withdraw'));
  }

  @Post('withdraw')
  withdraw(
    @Param('id') id: string,
    @Param('travellerId') travellerId: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    return this.forms.withdraw(request, reply, placeOf(request, id, travellerId, 'withdraw'));
  }

  @Get('replace')
  showReplace(
    @Param('id') id: string,
    @Param('travellerId') travellerId: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    return this.forms.showReplace(request, reply, placeOf(request, id, travellerId, 'replace'));
  }

  @Post('replace')
  replace(
    @Param('id') id: string,
    @Param('travellerId') travellerId: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    return this.forms.replace(request, reply, placeOf(request, id, travellerId, 'replace'));
  }
}

const placeOf = (
  request: FastifyRequest,
  visitId: string,
  travellerId: string,
  part: string,
): TravellerPlace => ({
  which: { visitId, travellerId },
  actor: actorOf(request),
  back: manageVisitPath(visitId, 'travellers'),
  action: manageVisitPath(visitId, `travellers/${travellerId}/${part}`),
});
