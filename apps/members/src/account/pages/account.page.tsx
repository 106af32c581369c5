import { Controller, Get, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { isStaff } from '#platform';
import { Site } from '#ui';
import { AccountView, ActingView } from './account.view.js';

/** Where a person’s name in the header leads. */
@Controller('members/account')
export class AccountPage {
  constructor(private readonly site: Site) {}

  @Get()
  show(@Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const { name, actor } = request.identity;
    return this.site.send(request, reply, {
      title: actor ? `You act for ${name}` : 'Your account',
      noIndex: true,
      main: actor ? (
        <ActingView name={name} actor={actor.name} />
      ) : (
        <AccountView name={name} isStaff={isStaff(request.identity)} />
      ),
    });
  }
}
