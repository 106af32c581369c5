import { Controller, Get, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { BackLink, Site } from '#ui';
import { readAuditFilter, type AuditQuery } from '../domain/audit-filter.js';
import { FindAuditEntries } from '../find-audit-entries.js';
import { AuditView, pageSize } from './audit.view.js';

/** Who did what of the things that security hangs on. */
@Controller('members/manage/audit')
export class AuditPage {
  constructor(
    private readonly site: Site,
    private readonly entries: FindAuditEntries,
  ) {}

  @Get()
  async show(@Query() query: AuditQuery, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const filter = readAuditFilter(query);
    const found = await this.entries.run(filter, pageSize);
    return this.site.send(request, reply, {
      title: 'Audit log',
      noIndex: true,
      before: <BackLink href="/members/manage">Manage the network</BackLink>,
      main: <AuditView filter={filter} found={found} />,
    });
  }
}
