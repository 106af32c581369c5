import { Controller, Get, Param, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { sendSheet, sheetFormatOf, sheetOf } from '#sheets';
import { BackLink, Site } from '#ui';
import { everyLine } from '../../running/lists/every-line.js';
import { moneyPath } from '../addresses.js';
import { pageOf, textOf, type ListQuery } from '../domain/invoice-list.js';
import { FindCustomers, type CustomerList } from '../reading/find-customers.js';
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
    const list = asked(query);
    const found = await this.customers.list(list, pageSize);
    return this.site.send(request, reply, {
      title: 'Customers',
      noIndex: true,
      before: <BackLink href={moneyPath}>Money</BackLink>,
      main: <CustomersView {...list} found={found} />,
    });
  }

  /** Those of the list at the same address, on all of its pages. */
  @Get('export.:format')
  async export(@Param('format') format: string, @Query() query: ListQuery, @Res() reply: FastifyReply) {
    const known = sheetFormatOf(format);
    const { items } = await this.customers.list({ ...asked(query), page: 1 }, everyLine);
    const sheet = sheetOf({
      name: 'Customers',
      columns: [
        { key: 'name', title: 'Customer', kind: 'text' },
        { key: 'bookingReference', title: 'Booking of a guest', kind: 'text' },
        { key: 'invoiced', title: 'Invoiced', kind: 'pence' },
        { key: 'outstanding', title: 'Outstanding', kind: 'pence' },
        { key: 'credit', title: 'Credit', kind: 'pence' },
      ],
      rows: items.map((customer) => ({
        name: customer.name,
        bookingReference: customer.bookingReference,
        invoiced: customer.invoicedPence,
        outstanding: customer.outstandingPence,
        credit: customer.creditPence,
      })),
    });
    return sendSheet(reply, sheet, known);
  }
}

const asked = (query: ListQuery): CustomerList => ({
  text: textOf(query, 'q'),
  hasCredit: textOf(query, 'credit') === 'left',
  page: pageOf(query),
});
