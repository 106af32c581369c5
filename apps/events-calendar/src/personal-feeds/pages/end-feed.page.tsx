import { Controller, Get, Post, Req, Res } from '@nestjs/common';
import type { ComponentChildren } from 'preact';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { BackLink, Button, ButtonGroup, HiddenFields, Site } from '#ui';
import { makeFeedPath, myFeedPath, removeFeedPath } from '../addresses.js';
import { ReadOwnFeed } from '../read-own-feed.js';
import { RemoveFeed } from '../remove-feed.js';

/** Asks whether an address is to end: for a new one, or for none. */
@Controller('calendar/my-feed')
export class EndFeedPage {
  constructor(
    private readonly site: Site,
    private readonly own: ReadOwnFeed,
    private readonly remove: RemoveFeed,
  ) {}

  @Get('replace')
  async askToReplace(@Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const { state } = await this.own.of(request.identity.personId ?? '');
    return this.ask(request, reply, state, {
      title: 'Make a new address?',
      says: 'The address that you have ends at once. Every calendar that uses it stops showing your events until you subscribe there with the new one, which you see on the next page and never again.',
      action: makeFeedPath,
      button: <Button preventDoubleClick>End the old address and make a new one</Button>,
    });
  }

  @Get('remove')
  async askToRemove(@Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const { state } = await this.own.of(request.identity.personId ?? '');
    return this.ask(request, reply, state, {
      title: 'Remove your address?',
      says: 'It ends at once and cannot be brought back. Every calendar that uses it stops showing your events. You can make a new address whenever you want one.',
      action: removeFeedPath,
      button: (
        <Button classes="govuk-button--warning" preventDoubleClick>
          Remove my address
        </Button>
      ),
    });
  }

  @Post('remove')
  async removeAddress(@Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    await this.remove.run(request.identity.personId ?? '');
    return this.site.redirect(reply, myFeedPath, {
      type: 'success',
      text: 'Your address is removed. Take it out of the calendars that used it, too.',
    });
  }

  private ask(
    request: FastifyRequest,
    reply: FastifyReply,
    state: string,
    asked: { title: string; says: string; action: string; button: ComponentChildren },
  ) {
    if (state === 'none') {
      const text = 'You have no address at the moment.';
      return this.site.redirect(reply, myFeedPath, { type: 'important', text });
    }
    return this.site.send(request, reply, {
      title: asked.title,
      noIndex: true,
      before: <BackLink href={myFeedPath}>Back to your calendar’s page</BackLink>,
      main: (
        <>
          <h1 class="govuk-heading-l">{asked.title}</h1>
          <p class="govuk-body">{asked.says}</p>
          <form method="post" action={asked.action}>
            <HiddenFields values={{ seen: state }} />
            <ButtonGroup>
              {asked.button}
              <a class="govuk-link" href={myFeedPath}>
                Leave it as it is
              </a>
            </ButtonGroup>
          </form>
        </>
      ),
    });
  }
}
