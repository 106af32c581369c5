import { Controller, Get, Inject, Param, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { sendSheet, sheetFormatOf, sheetOf } from '#sheets';
import { BackLink, Site } from '#ui';
import { CLOCK, type Clock } from '../../tokens.js';
import { moneyPath } from '../addresses.js';
import { bookDay } from '../day.js';
import { ageOf, ageWords } from '../domain/ageing.js';
import { readInvoiceList, type ListQuery } from '../domain/invoice-list.js';
import { FindInvoices } from '../reading/find-invoices.js';
import { ReadOverview } from '../reading/read-overview.js';
import { InvoicesView, pageSize } from './invoices.view.js';

/** More than there ever are; an export has no pages. */
const everything = 1_000_000;

/** All invoices, for staff: to search, to filter, to take out. */
@Controller('conference/money/invoices')
export class InvoicesPage {
  constructor(
    private readonly site: Site,
    private readonly invoices: FindInvoices,
    private readonly overview: ReadOverview,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get()
  async show(@Query() query: ListQuery, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const list = readInvoiceList(query);
    const today = bookDay(this.clock());
    const [found, occasions] = await Promise.all([
      this.invoices.list(list, today, pageSize),
      this.overview.occasions(list.occasionId),
    ]);
    return this.site.send(request, reply, {
      title: 'Invoices',
      noIndex: true,
      before: <BackLink href={moneyPath}>Money</BackLink>,
      main: <InvoicesView list={list} found={found} occasions={occasions} today={today} />,
    });
  }

  /** Those of the list at the same address, on all of its pages. */
  @Get('export.:format')
  async export(@Param('format') asked: string, @Query() query: ListQuery, @Res() reply: FastifyReply) {
    const format = sheetFormatOf(asked);
    const today = bookDay(this.clock());
    const { items } = await this.invoices.list({ ...readInvoiceList(query), page: 1 }, today, everything);
    const sheet = sheetOf({
      name: `Invoices ${today}`,
      columns: [
        { key: 'label', title: 'Invoice', kind: 'text' },
        { key: 'issuedOn', title: 'Issued', kind: 'date' },
        { key: 'dueOn', title: 'Due', kind: 'date' },
        { key: 'age', title: 'Age', kind: 'text' },
        { key: 'customerName', title: 'Customer', kind: 'text' },
        { key: 'occasion', title: 'Conference or visit', kind: 'text' },
        { key: 'bookingReference', title: 'Booking', kind: 'text' },
        { key: 'traveller', title: 'Traveller', kind: 'text' },
        { key: 'purchaseOrder', title: 'Purchase order', kind: 'text' },
        { key: 'isOrderMissing', title: 'Purchase order missing', kind: 'yes-no' },
        { key: 'grossPence', title: 'Amount', kind: 'pence' },
        { key: 'outstandingPence', title: 'Outstanding', kind: 'pence' },
      ],
      rows: items.map((invoice) => ({
        label: invoice.label,
        issuedOn: invoice.issuedOn,
        dueOn: invoice.dueOn,
        age: invoice.outstandingPence === 0 ? 'Settled' : ageWords[ageOf(invoice.dueOn, today)],
        customerName: invoice.customerName,
        occasion: invoice.occasion,
        bookingReference: invoice.bookingReference,
        traveller: invoice.traveller,
        purchaseOrder: invoice.purchaseOrder,
        isOrderMissing: invoice.isOrderMissing,
        grossPence: invoice.grossPence,
        outstandingPence: invoice.outstandingPence,
      })),
    });
    return sendSheet(reply, sheet, format);
  }
}
