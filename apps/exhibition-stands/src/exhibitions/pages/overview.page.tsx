import { Controller, Get, Param, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { BackLink, Site } from '#ui';
import { ReadNotes } from '../../afterwards/notes/read-notes.js';
import { ReadStands } from '../../day/read-stands.js';
import { ReorderAlerts } from '../../stock/reading/reorder-alerts.js';
import { managePath } from '../addresses.js';
import { ChangeStatus } from '../change-status.js';
import { isEnded } from '../domain/status.js';
import { FindExhibition } from '../find-exhibition.js';
import { OverviewView } from './overview.view.js';

/** An exhibition as staff see it: what it says, what is missing, what can be done. */
@Controller('stands/manage/:id')
export class OverviewPage {
  constructor(
    private readonly site: Site,
    private readonly exhibitions: FindExhibition,
    private readonly change: ChangeStatus,
    private readonly alerts: ReorderAlerts,
    private readonly notes: ReadNotes,
    private readonly stands: ReadStands,
  ) {}

  @Get()
  async show(@Param('id') id: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const exhibition = await this.exhibitions.byId(id);
    // Nothing is ordered for a stand that is over or called off.
    const toOrder = isEnded(exhibition.status) ? [] : await this.alerts.all();
    const state = isEnded(exhibition.status) ? null : await this.stands.one(exhibition);
    const carried = await this.notes.carried(exhibition.id);
    return this.site.send(request, reply, {
      title: exhibition.title,
      noIndex: true,
      before: <BackLink href={managePath}>Look after the stands</BackLink>,
      main: (
        <OverviewView
          exhibition={exhibition}
          missing={this.change.missing(exhibition)}
          state={state}
          toOrder={toOrder}
          carried={carried}
        />
      ),
    });
  }
}
