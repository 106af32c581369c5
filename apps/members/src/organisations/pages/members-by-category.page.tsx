import { Controller, Get, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { isStaff } from '#platform';
import { Site } from '#ui';
import { ListMembers } from '../list-members.js';
import { MembersByCategoryView } from './members-by-category.view.js';

@Controller('members')
export class MembersByCategoryPage {
  constructor(
    private readonly site: Site,
    private readonly members: ListMembers,
  ) {}

  @Get()
  show(@Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    return this.site.sendPublic(request, reply, async () => ({
      title: 'Members',
      description: 'The councils and partners of the Co-operative Councils’ Innovation Network, by category.',
      canonical: this.site.absolute('/members'),
      openGraphType: 'website',
      main: <MembersByCategoryView groups={await this.members.run()} isStaff={isStaff(request.identity)} />,
    }));
  }
}
