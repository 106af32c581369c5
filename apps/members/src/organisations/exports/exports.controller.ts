import { Controller, Get, Inject, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { actorOf, Transactions } from '#platform';
import { AuditLog } from '../../audit/audit-log.js';
import { homeDay } from '../../domain/home-day.js';
import { CLOCK, type Clock } from '../../tokens.js';
import { writeOrganisations } from '../imports/domain/write-organisations.js';
import { readOrganisationList, type ListQuery } from '../managing/domain/organisation-list.js';
import { FindOrganisations } from '../managing/find-organisations.js';
import { OrganisationsRepository } from '../organisations.repository.js';

/** More than there ever are; an export has no pages. */
const everything = 1_000_000;

/** Organisations as a file, for staff: with everything that is on record of them. */
@Controller('members/manage/organisations')
export class ExportsController {
  constructor(
    private readonly list: FindOrganisations,
    private readonly organisations: OrganisationsRepository,
    private readonly transactions: Transactions,
    private readonly audit: AuditLog,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Those of the staff's list at the same address, on all of its pages; whoever takes them out is recorded. */
  @Get('export.csv')
  async csv(@Query() query: ListQuery, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const today = homeDay(this.clock());
    const wanted = { ...readOrganisationList(query), page: 1 };
    const { items } = await this.list.list(wanted, today, everything);
    const found = await this.organisations.findAll(items.map(({ id }) => id));
    const byId = new Map(found.map((organisation) => [organisation.id, organisation]));
    const sorted = items.flatMap(({ id }) => byId.get(id) ?? []);
    await this.transactions.run(async (manager) =>
      this.audit.record(manager, {
        act: 'exported',
        actor: actorOf(request),
        details: { what: 'organisations', count: sorted.length, filter: filterOf(query) },
      }),
    );
    return reply
      .type('text/csv; charset=utf-8')
      .header('cache-control', 'private, no-store')
      .header('content-disposition', `attachment; filename="organisations-${today}.csv"`)
      .send(writeOrganisations(sorted));
  }
}

/** The filters as the address had them. */
function filterOf(query: ListQuery): string {
  const params = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    for (const one of [value ?? []].flat()) params.append(name, one);
  }
  return params.toString().slice(0, 500);
}
