import { Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { BackLink, Button, ButtonGroup, Site } from '#ui';
import { readerOf } from '../../events/reader.js';
import { followingPath, stopFollowingPath } from '../addresses.js';
import { ListFollows, type FollowListed } from '../list-follows.js';
import { StopFollowing } from '../stop-following.js';
import { nameOf } from './following.view.js';

/** Stops following something, once that is confirmed. */
@Controller('calendar/following/:id/stop')
export class StopFollowingPage {
  constructor(
    private readonly site: Site,
    private readonly follows: ListFollows,
    private readonly stop: StopFollowing,
  ) {}

  @Get()
  async ask(@Param('id') id: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const follow = await this.find(id, request);
    if (follow === null) return this.site.redirect(reply, followingPath, gone);
    return this.site.send(request, reply, {
      title: 'Stop following?',
      noIndex: true,
      before: <BackLink href={followingPath}>Back to what you follow</BackLink>,
      main: (
        <>
          <h1 class="govuk-heading-l">Stop following {nameOf(follow)}?</h1>
          <p class="govuk-body">
            You get no more mails about it, reminders included. What is in your own calendar already stays
            there as it is. You can follow it again whenever you want.
          </p>
          <form method="post" action={stopFollowingPath(id)}>
            <ButtonGroup>
              <Button preventDoubleClick>Stop following</Button>
              <a class="govuk-link" href={followingPath}>
                Go on following
              </a>
            </ButtonGroup>
          </form>
        </>
      ),
    });
  }

  @Post()
  async end(@Param('id') id: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const follow = await this.find(id, request);
    if (follow === null) return this.site.redirect(reply, followingPath, gone);
    await this.stop.run(await this.follows.ownerOf(request.identity.personId), id);
    return this.site.redirect(reply, followingPath, {
      type: 'success',
      text: `You do not follow ${nameOf(follow)} any more.`,
    });
  }

  private async find(id: string, request: FastifyRequest): Promise<FollowListed | null> {
    const owner = await this.follows.ownerOf(request.identity.personId);
    return this.follows.one(owner, id, readerOf(request));
  }
}

const gone = { type: 'important', text: 'You do not follow that any more.' } as const;
