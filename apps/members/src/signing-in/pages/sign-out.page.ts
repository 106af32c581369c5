import { Body, Controller, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Site, submittedValues, textIn } from '#ui';
import { signInPath } from '../addresses.js';
import { SignInCookies } from '../browser.js';
import { SignOut } from '../sign-out.js';

/** Signs out whoever presses the button in the header. */
@Controller('members/sign-out')
export class SignOutPage {
  constructor(
    private readonly site: Site,
    private readonly signOut: SignOut,
    private readonly cookies: SignInCookies,
  ) {}

  @Post()
  async press(@Body() body: unknown, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const { sessionSecret } = this.cookies.read(request);
    if (sessionSecret !== null) await this.signOut.run(sessionSecret, request.id);
    reply.header('set-cookie', this.cookies.signedOut());
    // Whoever uses the browser next must not find pages of this person in it by going back.
    reply.header('clear-site-data', '"cache"');
    const wantsIn = textIn(submittedValues(body), 'return') === signInPath;
    return this.site.redirect(reply, wantsIn ? signInPath : '/', {
      type: 'success',
      text: 'You are signed out.',
    });
  }
}
