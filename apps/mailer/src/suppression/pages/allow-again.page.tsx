import { Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { actorOf } from '#platform';
import { BackLink, Site } from '#ui';
import { AllowAgain } from '../allow-again.js';
import { suppressedPath } from '../addresses.js';
import { FindSuppressed } from '../find-suppressed.js';
import { AllowAgainView } from './allow-again.view.js';

/** Asks before mail goes again to an address that a server refused for good. */
@Controller('mail/suppressed/:id/allow-again')
export class AllowAgainPage {
  constructor(
    private readonly site: Site,
    private readonly suppressed: FindSuppressed,
    private readonly allowAgain: AllowAgain,
  ) {}

  @Get()
  async ask(@Param('id') id: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const suppressed = await this.suppressed.read(id);
    return this.site.send(request, reply, {
      title: 'Allow mail to this address again?',
      noIndex: true,
      before: <BackLink href={suppressedPath}>Addresses that are shut</BackLink>,
      main: <AllowAgainView suppressed={suppressed} />,
    });
  }

  @Post()
  async allow(@Param('id') id: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const { address } = await this.suppressed.read(id);
    await this.allowAgain.run(id, actorOf(request));
    return this.site.redirect(reply, suppressedPath, {
      type: 'success',
      text: `Mail may go to ${address} again.`,
    });
  }
}
