import { Body, Controller, Get, Inject, Post, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Temporal } from 'temporal-polyfill';
import { isSignedIn } from '#platform';
import { form, Site, submittedValues, textIn, type Form } from '#ui';
import { checkAddress } from '../../people/domain/email-address.js';
import { CLOCK, type Clock } from '../../tokens.js';
import { askedPath } from '../addresses.js';
import { AskToSignIn } from '../ask-to-sign-in.js';
import { SignInCookies } from '../browser.js';
import { returnPath } from '../domain/return-path.js';
import { AlreadyView, AskView, TooManyView } from './ask.view.js';

/** Asks whoever wants to sign in for their address. */
@Controller('members/sign-in')
export class AskPage {
  constructor(
    private readonly site: Site,
    private readonly askToSignIn: AskToSignIn,
    private readonly cookies: SignInCookies,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get()
  show(@Query() query: unknown, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const values = submittedValues(query);
    const path = returnPath(textIn(values, 'return'));
    if (!isSignedIn(request.identity)) {
      return this.sendForm(request, reply, form({ address: textIn(values, 'address') }), path);
    }
    const { name } = request.identity;
    const main = <AlreadyView name={name} returnPath={path} />;
    return this.site.send(request, reply, { title: 'You are signed in', noIndex: true, main });
  }

  @Post()
  async ask(@Body() body: unknown, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const values = submittedValues(body);
    const path = returnPath(textIn(values, 'return'));
    const typed = textIn(values, 'address');
    const address = checkAddress(typed, 'address');
    if (!address.ok) {
      return this.sendForm(request, reply, form({ address: typed }, address.problems), path, 422);
    }
    const answer = await this.askToSignIn.run({
      address: address.value,
      returnPath: path,
      browser: this.cookies.read(request),
      requestId: request.id,
    });
    if (answer.kind === 'refused') return this.sendTooMany(request, reply, answer.until);
    reply.header('set-cookie', this.cookies.asking(answer.browserSecret));
    return this.site.redirect(reply, askedPath);
  }

  private sendForm(
    request: FastifyRequest,
    reply: FastifyReply,
    shown: Form,
    path: string,
    status = 200,
  ): FastifyReply {
    const page = {
      title: 'Sign in',
      hasErrors: shown.errors.length > 0,
      noIndex: true,
      main: <AskView form={shown} returnPath={path} />,
    };
    return this.site.send(request, reply, page, status);
  }

  private sendTooMany(request: FastifyRequest, reply: FastifyReply, until: Temporal.Instant): FastifyReply {
    const wait = Math.max(1, Math.ceil(until.since(this.clock()).total('seconds')));
    reply.header('retry-after', String(wait));
    const page = {
      title: 'Too many links were asked for',
      noIndex: true,
      main: <TooManyView minutes={Math.ceil(wait / 60)} />,
    };
    return this.site.send(request, reply, page, 429);
  }
}
