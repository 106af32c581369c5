import { Controller, Get, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Site } from '#ui';
import { PrivacyView } from './privacy.view.js';

/** What is kept of people, why and how long, and what they can do about it. */
@Controller('members/privacy')
export class PrivacyPage {
  constructor(private readonly site: Site) {}

  @Get()
  show(@Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    return this.site.sendPublic(request, reply, async () => ({
      title: 'Your data',
      description: 'What the network keeps of people, why and for how long.',
      canonical: this.site.absolute('/members/privacy'),
      main: <PrivacyView />,
    }));
  }
}
