import { Body, Controller, Get, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { allValues, BackLink, Site, submittedValues } from '#ui';
import { preferencesPath } from '../addresses.js';
import { Preferences } from '../preferences.js';
import { PreferencesView } from './preferences.view.js';

/** Where people choose which mails they get. */
@Controller('mail/preferences')
export class PreferencesPage {
  constructor(
    private readonly site: Site,
    private readonly preferences: Preferences,
  ) {}

  @Get()
  async show(@Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const choices = await this.preferences.of(request.identity.personId ?? '');
    return this.site.send(request, reply, {
      title: 'Your mails',
      noIndex: true,
      before: <BackLink href="/members/account">Your account</BackLink>,
      main: <PreferencesView choices={choices} />,
    });
  }

  @Post()
  async save(@Body() body: unknown, @Req() { identity }: FastifyRequest, @Res() reply: FastifyReply) {
    const wanted = new Set(allValues(submittedValues(body), 'kinds'));
    await this.preferences.choose(identity.personId ?? '', wanted);
    return this.site.redirect(reply, preferencesPath, { type: 'success', text: 'Your choice is saved.' });
  }
}
