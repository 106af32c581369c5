import { Controller, Get, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Site } from '#ui';
import { Fragments } from './fragments.js';
import { HomeSide, HomeView } from './home.view.js';

@Controller()
export class HomePage {
  constructor(
    private readonly site: Site,
    private readonly fragments: Fragments,
  ) {}

  @Get()
  async show(@Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const fragments = await this.fragments.forHome(request);
    return this.site.send(request, reply, {
      title: 'Network events',
      description:
        'Conferences, stands, study visits, board meetings and online events of the Co-operative Councils’ Innovation Network.',
      canonical: this.site.absolute('/'),
      openGraphType: 'website',
      main: <HomeView fragments={fragments} />,
      side: <HomeSide />,
    });
  }
}
