import { Controller, Get, Req, Res } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { DataSource } from 'typeorm';
import { BackLink, Site } from '#ui';
import { RetentionRunRow } from '../retention-run.entity.js';
import { RetentionView } from './retention.view.js';

/** How many of the latest runs are shown. */
const shown = 31;

/** What is kept how long, and what was removed of it lately. */
@Controller('members/manage/retention')
export class RetentionPage {
  constructor(
    private readonly site: Site,
    @InjectDataSource() private readonly dataSource: DataSource,
  ) {}

  @Get()
  async show(@Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const runs = await this.dataSource.manager.find(RetentionRunRow, {
      order: { dueOn: 'DESC' },
      take: shown,
    });
    return this.site.send(request, reply, {
      title: 'Retention',
      noIndex: true,
      before: <BackLink href="/members/manage">Manage the network</BackLink>,
      main: <RetentionView runs={runs} />,
    });
  }
}
