import { Body, Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { mailKindOf } from '#contracts';
import { isSignedIn, notFound } from '#platform';
import { oneValue, Site, submittedValues } from '#ui';
import { unsubscribePath } from '../addresses.js';
import type { Subscription } from '../domain/unsubscribe-token.js';
import { Preferences } from '../preferences.js';
import { UnsubscribeLinks } from '../unsubscribe-links.js';
import { UnsubscribeView } from './unsubscribe.view.js';

/**
 * Where the link at a mail's foot leads, and what a mail program asks for when its own button is pressed (RFC 8058). To look
 * changes nothing: programs open the links of mails before people do.
 */
@Controller('mail/unsubscribe/:token')
export class UnsubscribePage {
  constructor(
    private readonly site: Site,
    private readonly links: UnsubscribeLinks,
    private readonly preferences: Preferences,
  ) {}

  @Get()
  async show(@Param('token') token: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const subscription = this.subscription(token);
    const state = await this.preferences.stateOf(subscription);
    return this.site.send(request, reply, {
      title: mailKindOf(subscription.kind).title,
      noIndex: true,
      main: (
        <UnsubscribeView
          token={token}
          kind={subscription.kind}
          state={state}
          isSignedIn={isSignedIn(request.identity)}
        />
      ),
    });
  }

  /** Mail programs get a short answer and no redirect (RFC 8058, section 3.1); people a page. */
  @Post()
  async stop(@Param('token') token: string, @Body() body: unknown, @Res() reply: FastifyReply) {
    const subscription = this.subscription(token);
    const isPage = oneValue(submittedValues(body), 'from') === 'page';
    await this.preferences.stop(subscription, isPage ? 'page' : 'one-click');
    if (isPage) return this.site.redirect(reply, unsubscribePath(token));
    const { title } = mailKindOf(subscription.kind);
    return reply
      .code(200)
      .header('cache-control', 'no-store')
      .type('text/plain; charset=utf-8')
      .send(`You get no more of these mails: ${title}\n`);
  }

  @Post('undo')
  async undo(@Param('token') token: string, @Res() reply: FastifyReply) {
    const subscription = this.subscription(token);
    await this.preferences.resume(subscription);
    return this.site.redirect(reply, unsubscribePath(token), {
      type: 'success',
      text: 'You get these mails again.',
    });
  }

  private subscription(token: string): Subscription {
    const subscription = this.links.read(token);
    if (subscription !== null) return subscription;
    throw notFound(
      'The link is not as it stood in the mail. Open it from the mail again, or choose your mails in your account.',
    );
  }
}
