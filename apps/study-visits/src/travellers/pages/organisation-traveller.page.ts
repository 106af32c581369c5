import { Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { actorOf, signInNeeded } from '#platform';
import { organisationPath } from '../../applications/addresses.js';
import { organisationTravellerPath } from '../addresses.js';
import { TravellerForms, type TravellerPlace } from './traveller-forms.js';

/** Where whoever books for an organisation withdraws a traveller of theirs, or names who comes in their place. */
@Controller('visits/organisation/:organisationId/travellers/:travellerId')
export class OrganisationTravellerPage {
  constructor(private readonly forms: TravellerForms) {}

  @Get('withdraw')
  showWithdraw(
    @Param('organisationId') organisationId: string,
    @Param('travellerId') travellerId: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    return this.forms.showWithdraw(request, reply, placeOf(request, organisationId, travellerId, 'withdraw'));
  }

  @Post('withdraw')
  withdraw(
    @Param('organisationId') organisationId: string,
    @Param('travellerId') travellerId: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    return this.forms.withdraw(request, reply, placeOf(request, organisationId, travellerId, 'withdraw'));
  }

  @Get('replace')
  showReplace(
    @Param('organisationId') organisationId: string,
    @Param('travellerId') travellerId: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    return this.forms.showReplace(request, reply, placeOf(request, organisationId, travellerId, 'replace'));
  }

  @Post('replace')
  replace(
    @Param('organisationId') organisationId: string,
    @Param('travellerId') travellerId: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    return this.forms.replace(request, reply, placeOf(request, organisationId, travellerId, 'replace'));
  }
}

function placeOf(
  request: FastifyRequest,
  organisationId: string,
  travellerId: string,
  part: 'withdraw' | 'replace',
): TravellerPlace {
  const { personId } = request.identity;
  if (personId === null) throw signInNeeded();
  return {
    which: { personId, organisationId, travellerId },
    actor: actorOf(request),
    back: organisationPath(organisationId),
    action: organisationTravellerPath(organisationId, travellerId, part),
  };
}
