import { Controller, Get, Inject, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { BackLink, Site } from '#ui';
import { homeDay } from '../../domain/home-day.js';
import { CLOCK, type Clock } from '../../tokens.js';
import { ReadBoards } from '../read-boards.js';
import { BoardsView } from './boards.view.js';

/** The boards, their members and the terms of each. */
@Controller('members/manage/boards')
export class BoardsPage {
  constructor(
    private readonly site: Site,
    private readonly boards: ReadBoards,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get()
  async show(@Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    return this.site.send(request, reply, {
      title: 'Boards',
      noIndex: true,
      before: <BackLink href="/members/manage">Manage the network</BackLink>,
      main: <BoardsView boards={await this.boards.all(homeDay(this.clock()))} />,
    });
  }
}
