import { Controller, Get, Param, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { downloadHeaders } from '#platform';
import { BackLink, Site } from '#ui';
import { managePath } from '../../visits/addresses.js';
import { FindVisit } from '../../visits/find-visit.js';
import { erasurePdf } from '../erasure-pdf.js';
import { ReadErasure } from '../read-erasure.js';
import { ErasureView } from './erasure.view.js';

/** What was erased 30 days after a visit, what stays and why; the same as a certificate. */
@Controller('visits/manage/:id/erasure')
export class ErasurePage {
  constructor(
    private readonly site: Site,
    private readonly visits: FindVisit,
    private readonly erasures: ReadErasure,
  ) {}

  @Get()
  async show(@Param('id') id: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const visit = await this.visits.byId(id);
    return this.site.send(request, reply, {
      title: `Erasure: ${visit.title}`,
      noIndex: true,
      before: <BackLink href={managePath}>Look after the visits</BackLink>,
      main: <ErasureView erasure={await this.erasures.of(visit)} />,
    });
  }

  @Get('certificate.pdf')
  async pdf(@Param('id') id: string, @Res() reply: FastifyReply) {
    const visit = await this.visits.byId(id);
    const file = await erasurePdf(visit, await this.erasures.certified(visit));
    const fileName = `Certificate of erasure, ${visit.title}.pdf`;
    return reply.headers(downloadHeaders({ fileName, type: 'application/pdf' })).send(file);
  }
}
