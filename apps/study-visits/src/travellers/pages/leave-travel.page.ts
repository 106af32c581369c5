import { Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { ownTravelPath } from '../addresses.js';
import { TravellerForms, type TravellerPlace } from './traveller-forms.js';

/** Where a traveller withdraws, or names who comes in their place, by their own link. */
@Controller('visits/travellers/:secret')
export class LeaveTravelPage {
  constructor(private readonly forms: TravellerForms) {}

  @Get('withdraw')
  showWithdraw(@Param('secret') secret: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    return this.forms.showWithdraw(request, reply, placeOf(secret, 'withdraw'));
  }

  @Post('withdraw')
  withdraw(@Param('secret') secret: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    return this.forms.withdraw(request, reply, placeOf(secret, 'withdraw'));
  }

  @Get('replace')
  showReplace(@Param('secret') secret: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    return this.forms.showReplace(request, reply, placeOf(secret, 'replace'));
  }

  @Post('replace')
  replace(@Param('secret') secret: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    return this.forms.replace(request, reply, placeOf(secret, 'replace'));
  }
}

const placeOf = (secret: string, part: string): TravellerPlace => ({
  which: { secret },
  actor: null,
  back: ownTravelPath(secret),
  action: ownTravelPath(secret, part),
});
