import { Body, Controller, Get, Inject, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { form, Site, submittedValues, textIn, type Form } from '#ui';
import { browserInWords } from '../../sessions/domain/browser-in-words.js';
import { CLOCK, type Clock } from '../../tokens.js';
import { askPath, ownRecordPath, signInPath } from '../addresses.js';
import { SignInCookies } from '../browser.js';
import { isAskedBy, PressLink } from '../press-link.js';
import type { SignInRequestRow } from '../sign-in-request.entity.js';
import { SignInRequests, stateOf } from '../sign-in-requests.js';
import { AnswerSignedIn } from './answer-signed-in.js';
import { LinkOverView, OtherDeviceView, OwnLinkView, ThereView } from './link.view.js';

/**
 * The page that a mailed link leads to. Opening it does nothing, as programs that look through mail open every link: it
 * takes a press.
 */
@Controller('members/sign-in')
export class LinkPage {
  constructor(
    private readonly site: Site,
    private readonly requests: SignInRequests,
    private readonly pressLink: PressLink,
    private readonly cookies: SignInCookies,
    private readonly answerSignedIn: AnswerSignedIn,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get(':token')
  async show(@Param('token') token: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    return this.sendLink(request, reply, token, form({ where: 'here' }));
  }

  @Post(':token')
  async press(
    @Param('token') token: string,
    @Body() body: unknown,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const values = submittedValues(body);
    const code = textIn(values, 'code');
    const where = textIn(values, 'where') === 'there' ? 'there' : 'here';
    const browser = this.cookies.read(request);
    const answer = await this.pressLink.run({ token, browser, code, where, requestId: request.id });
    switch (answer.kind) {
      case 'signed-in':
        return this.answerSignedIn.send(reply, answer);
      case 'own-record':
        reply.header('set-cookie', this.cookies.asking(answer.browserSecret));
        return this.site.redirect(reply, ownRecordPath);
      case 'there':
        return this.site.send(request, reply, {
          title: 'Go on at the other device',
          noIndex: true,
          main: <ThereView />,
        });
      case 'wrong-code':
        return this.sendLink(request, reply, token, form({ where }, [wrongCode(code, answer.left)]), 422);
      case 'over':
        return this.sendLink(request, reply, token, form());
    }
  }

  private async sendLink(
    request: FastifyRequest,
    reply: FastifyReply,
    token: string,
    shown: Form,
    status = 200,
  ): Promise<FastifyReply> {
    const found = await this.requests.byLink(token);
    if (!found || stateOf(found, this.clock()) !== 'waiting') return this.sendOver(request, reply, found);
    const { address, browserHash, askedAt, network } = found;
    const isOwn = browserHash === null || isAskedBy(found, this.cookies.read(request));
    const asker = { browser: browserInWords(found.userAgent), network, askedAt };
    const page = {
      title: isOwn ? 'Sign in' : 'Sign in with a code',
      hasErrors: shown.errors.length > 0,
      noIndex: true,
      main: isOwn ? (
        <OwnLinkView token={token} address={address} />
      ) : (
        <OtherDeviceView token={token} address={address} form={shown} {...asker} />
      ),
    };
    return this.site.send(request, reply, page, status);
  }

  private sendOver(
    request: FastifyRequest,
    reply: FastifyReply,
    found: SignInRequestRow | null,
  ): FastifyReply {
    const askAgain = found ? askPath(found.address, found.returnPath) : signInPath;
    const page = {
      title: 'This link cannot be used any more',
      noIndex: true,
      main: <LinkOverView askAgain={askAgain} />,
    };
    return this.site.send(request, reply, page, 410);
  }
}

/** What is typed is not shown again: it is as quickly typed anew. */
function wrongCode(code: string, left: number): { field: string; message: string } {
  if (code.trim() === '') return { field: 'code', message: 'Enter the code that the other device shows.' };
  const tries = left === 1 ? 'once more' : `${left} more times`;
  return {
    field: 'code',
    message: `This is not the code that the other device shows. Check it; you can try ${tries}.`,
  };
}
