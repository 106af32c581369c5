import { Injectable } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { Site } from '#ui';
import { SignInCookies } from '../browser.js';
import type { SignedIn } from '../finish-sign-in.js';

/** How every page on which somebody signs in goes on when they have. */
@Injectable()
export class AnswerSignedIn {
  constructor(
    private readonly site: Site,
    private readonly cookies: SignInCookies,
  ) {}

  send(reply: FastifyReply, { secret, knownMark, name, returnPath }: SignedIn): FastifyReply {
    for (const cookie of this.cookies.signedIn(secret, knownMark)) reply.header('set-cookie', cookie);
    return this.site.redirect(reply, returnPath, { type: 'success', text: `Signed in as ${name}.` });
  }
}
