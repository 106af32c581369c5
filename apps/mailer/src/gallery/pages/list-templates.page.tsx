import { Controller, Get, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Site } from '#ui';
import { FindTemplates } from '../find-templates.js';
import { ListTemplatesView } from './list-templates.view.js';

/** All templates of mails, service by service. */
@Controller('mail/templates')
export class ListTemplatesPage {
  constructor(
    private readonly site: Site,
    private readonly templates: FindTemplates,
  ) {}

  @Get()
  async show(@Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const found = await this.templates.all(request.id);
    return this.site.send(request, reply, {
      title: 'Templates of mails',
      noIndex: true,
      main: <ListTemplatesView found={found} />,
    });
  }
}
