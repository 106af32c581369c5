import { Controller, Get, Param, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { EventStreams } from '#platform';
import { BackLink, Site, uiAssets, type LiveState } from '#ui';
import { mailingsPath } from '../addresses.js';
import { FindMailings } from '../find-mailings.js';
import { liveMailing } from '../live-mailing.js';
import { ShowMailingView } from './show-mailing.view.js';

/** How often the page of a mailing that goes out is loaded anew where there are no scripts, in seconds. */
const lookAgainAfter = 10;

/** One mail to many people: how far it has come, and what became of each. */
@Controller('mail/mailings/:id')
export class ShowMailingPage {
  constructor(
    private readonly site: Site,
    private readonly mailings: FindMailings,
    private readonly streams: EventStreams,
  ) {}

  @Get()
  async show(@Param('id') id: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const found = await this.mailings.read(id);
    return this.site.send(request, reply, {
      title: found.mailing.title,
      noIndex: true,
      before: <BackLink href={mailingsPath}>Mailings</BackLink>,
      main: <ShowMailingView found={found} />,
      ...(!found.progress.isDone && {
        scripts: [uiAssets().addressedAt('/mail/assets/').progress],
        reloadWithoutScripts: lookAgainAfter,
      }),
    });
  }

  /** For the page's script. */
  @Get('progress')
  async progress(@Param('id') id: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    await this.streams.tell<LiveState>(request, reply, {
      key: `mailing ${id}`,
      look: async () => liveMailing(await this.mailings.read(id)),
      isOver: ({ isRunning }) => !isRunning,
    });
  }
}
