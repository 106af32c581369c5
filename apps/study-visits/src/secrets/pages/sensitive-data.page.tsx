import { Controller, Get, Param, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { SentQuery } from '#platform';
import { BackLink, Site, submittedValues, textIn } from '#ui';
import { managePath } from '../../visits/addresses.js';
import { FindVisit } from '../../visits/find-visit.js';
import { ReadSecrets } from '../read-secrets.js';
import { SensitiveDataView } from './sensitive-data.view.js';

const perPage = 50;

/** What is held sealed of a visit, for staff. */
@Controller('visits/manage/:id/sensitive-data')
export class SensitiveDataPage {
  constructor(
    private readonly site: Site,
    private readonly visits: FindVisit,
    private readonly secrets: ReadSecrets,
  ) {}

  @Get()
  async show(
    @Param('id') id: string,
    @Query() query: SentQuery,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const visit = await this.visits.byId(id);
    const asked = Math.trunc(Number(textIn(submittedValues(query), 'page')));
    const current = Math.min(Math.max(asked || 1, 1), 100_000);
    const [held, { looks, total }, erasures, olderKeys] = await Promise.all([
      this.secrets.held(id),
      this.secrets.looks(id, { from: (current - 1) * perPage, most: perPage }),
      this.secrets.erasures(id),
      this.secrets.olderKeys(),
    ]);
    return this.site.send(request, reply, {
      title: `Sensitive details: ${visit.title}`,
      noIndex: true,
      before: <BackLink href={managePath}>Look after the visits</BackLink>,
      main: (
        <SensitiveDataView
          visit={visit}
          held={held}
          looks={looks}
          pages={{ current, total: Math.max(1, Math.ceil(total / perPage)) }}
          erasures={erasures}
          olderKeys={olderKeys}
        />
      ),
    });
  }
}
