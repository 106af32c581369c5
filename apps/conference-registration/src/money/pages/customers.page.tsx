import { Controller, Get, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { BackLink, Site } from '#ui';
import { moneyPath } from '../addresses.js';
import { pageOf, textOf, type ListQuery } from '../domain/invoice-list.js';
import { FindCustomers } from '../reading/find-customers.js';
import { CustomersView, pageSize } from './customers.view.js';

/** Everybody that something was invoiced to, for staff. */
@Controller('conference/money/customers')
export class CustomersPage {
  constructor(
    private readonly site: Site,
    private readonly customers: FindCustomers,
  ) {}

  @Get()
  async show(@Query() query: ListQuery, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const text = textOf(query, 'q');
    const page = pageOf(query);
    const hasCredit = textOf(query, 'credit') === 'left';
    const found = await this.customers.list({ text, hasCredit, page }, pageSize);
    return this.site.send(request, reply, {
      title: 'Customers',
      noIndex: true,
      before: <BackLink href={moneyPath}>Money</BackLink>,
      main: <CustomersView text={text} hasCredit={hasCredit} page={page} found={found} />,
    });
  }
}
