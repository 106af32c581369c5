import { Body, Controller, Get, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { Problem } from '#platform';
import { form, readForm, Site, type Form } from '#ui';
import { affiliationRoles } from '../../people/domain/person.js';
import { signInPath } from '../addresses.js';
import { SignInCookies } from '../browser.js';
import { MakeOwnRecord, type Newcomer } from '../make-own-record.js';
import { AnswerSignedIn } from './answer-signed-in.js';
import { LinkOverView } from './link.view.js';
import { OwnRecordView } from './own-record.view.js';

const optional = z.string().default('');

/** All that a newcomer may say of themselves: whatever else is sent is left out. */
const ownRecord = z.object({
  name: z.string('Enter your name.').trim().min(1, 'Enter your name.'),
  preferredName: optional,
  pronouns: optional,
  role: z.enum(affiliationRoles, 'Choose what you are there.'),
  jobTitle: optional,
});

/** Where somebody whom nobody knows yet says who they are. */
@Controller('members/sign-in/own-record')
export class OwnRecordPage {
  constructor(
    private readonly site: Site,
    private readonly makeOwnRecord: MakeOwnRecord,
    private readonly cookies: SignInCookies,
    private readonly answerSignedIn: AnswerSignedIn,
  ) {}

  @Get()
  async show(@Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const newcomer = await this.makeOwnRecord.newcomer(this.cookies.read(request));
    return newcomer ? this.sendForm(request, reply, newcomer, form()) : this.sendOver(request, reply);
  }

  @Post()
  async make(@Body() body: unknown, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const browser = this.cookies.read(request);
    const newcomer = await this.makeOwnRecord.newcomer(browser);
    if (!newcomer) return this.sendOver(request, reply);
    const read = readForm(ownRecord, body);
    if (!read.ok) return this.sendForm(request, reply, newcomer, read.form, 422);
    try {
      const answer = await this.makeOwnRecord.run(read.data, browser, request.id);
      return answer ? this.answerSignedIn.send(reply, answer) : this.sendOver(request, reply);
    } catch (error) {
      if (!(error instanceof Problem) || error.status !== 422) throw error;
      return this.sendForm(request, reply, newcomer, form(read.form.values, error.fields), 422);
    }
  }

  private sendForm(
    request: FastifyRequest,
    reply: FastifyReply,
    newcomer: Newcomer,
    shown: Form,
    status = 200,
  ): FastifyReply {
    const page = {
      title: 'Make your record',
      hasErrors: shown.errors.length > 0,
      noIndex: true,
      main: <OwnRecordView form={shown} newcomer={newcomer} />,
    };
    return this.site.send(request, reply, page, status);
  }

  private sendOver(request: FastifyRequest, reply: FastifyReply): FastifyReply {
    const page = {
      title: 'This link cannot be used any more',
      noIndex: true,
      main: <LinkOverView askAgain={signInPath} />,
    };
    return this.site.send(request, reply, page, 410);
  }
}
