import { Controller, Get, Inject, Param, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { sendSheet, sheetFormatOf, sheetOf } from '#sheets';
import { BackLink, Site } from '#ui';
import { managePath } from '../../manage/addresses.js';
import { CLOCK, type Clock } from '../../tokens.js';
import { bookDay } from '../day.js';
import { occasionOf, type ListQuery } from '../domain/invoice-list.js';
import { ageGroups, debtors } from '../domain/overview.js';
import { ReadOverview } from '../reading/read-overview.js';
import { OverviewView } from './overview.view.js';

/** The treasurer's page. */
@Controller('conference/money')
export class OverviewPage {
  constructor(
    private readonly site: Site,
    private readonly overview: ReadOverview,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get()
  async show(@Query() query: ListQuery, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const occasionId = occasionOf(query);
    const today = bookDay(this.clock());
    const [totals, open, occasions] = await Promise.all([
      this.overview.totals(occasionId),
      this.overview.open(occasionId),
      this.overview.occasions(occasionId),
    ]);
    return this.site.send(request, reply, {
      title: 'Money',
      noIndex: true,
      before: <BackLink href={managePath}>Manage conferences</BackLink>,
      main: (
        <OverviewView
          totals={totals}
          ageGroups={ageGroups(open, today)}
          debtors={debtors(open, today)}
          occasions={occasions}
          occasionId={occasionId}
        />
      ),
    });
  }

  /** Who owes what since when. */
  @Get('export.:format')
  async export(@Param('format') asked: string, @Query() query: ListQuery, @Res() reply: FastifyReply) {
    const format = sheetFormatOf(asked);
    const today = bookDay(this.clock());
    const owing = debtors(await this.overview.open(occasionOf(query)), today);
    const sheet = sheetOf({
      name: `Outstanding ${today}`,
      columns: [
        { key: 'customer', title: 'Customer', kind: 'text' },
        { key: 'notDue', title: 'Not due yet', kind: 'pence' },
        { key: 'days30', title: '1 to 30 days overdue', kind: 'pence' },
        { key: 'days60', title: '31 to 60 days overdue', kind: 'pence' },
        { key: 'days90', title: '61 to 90 days overdue', kind: 'pence' },
        { key: 'over90', title: 'More than 90 days overdue', kind: 'pence' },
        { key: 'outstanding', title: 'Outstanding', kind: 'pence' },
      ],
      rows: owing.map(({ name, byAge, outstandingPence }) => ({
        customer: name,
        notDue: byAge['not-due'],
        days30: byAge['1-30'],
        days60: byAge['31-60'],
        days90: byAge['61-90'],
        over90: byAge['over-90'],
        outstanding: outstandingPence,
      })),
    });
    return sendSheet(reply, sheet, format);
  }
}
