import { Controller, Get, Inject, Param, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { securityHeaders } from '#platform';
import { BackLink, Site } from '#ui';
import type { MailerSettings } from '../../settings.js';
import { SETTINGS } from '../../tokens.js';
import { templatesPath } from '../addresses.js';
import { inScheme, readLook } from '../domain/look.js';
import { FindTemplates } from '../find-templates.js';
import { ShowTemplateView } from './show-template.view.js';

/**
 * What a sample may do: be styled as mails are, in their own elements, and be shown on our own page. It runs nothing, loads
 * nothing, sends nothing, and has no part in our origin.
 */
const samplePolicy =
  "default-src 'none'; style-src 'unsafe-inline'; form-action 'none'; base-uri 'none'; frame-ancestors 'self'; sandbox";

/** One template: its sample as HTML, as text and as an entry for a calendar. */
@Controller('mail/templates/:app/:name')
export class ShowTemplatePage {
  constructor(
    private readonly site: Site,
    private readonly templates: FindTemplates,
    @Inject(SETTINGS) private readonly settings: Pick<MailerSettings, 'PUBLIC_URL'>,
  ) {}

  @Get()
  async show(
    @Param() { app = '', name = '' }: Readonly<Record<string, string>>,
    @Query() query: Readonly<Record<string, unknown>>,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const template = await this.templates.read(app, name, request.id);
    const usual = securityHeaders(this.settings.PUBLIC_URL)['content-security-policy'] ?? '';
    reply.header('content-security-policy', `${usual}; frame-src 'self'`);
    return this.site.send(request, reply, {
      title: template.title,
      noIndex: true,
      before: <BackLink href={templatesPath}>Templates of mails</BackLink>,
      main: <ShowTemplateView app={app} template={template} look={readLook(query)} />,
    });
  }

  /** The sample by itself, to be framed. */
  @Get('html')
  async html(
    @Param() { app = '', name = '' }: Readonly<Record<string, string>>,
    @Query() query: Readonly<Record<string, unknown>>,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const { mail } = await this.templates.read(app, name, request.id);
    return reply
      .headers({
        'content-security-policy': samplePolicy,
        'cache-control': 'private, no-store',
        'x-robots-tag': 'noindex',
      })
      .type('text/html; charset=utf-8')
      .send(inScheme(mail.html, readLook(query).scheme));
  }
}
