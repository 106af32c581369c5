import { Controller, Get, Inject, Param, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { sendSheet, sheetFormatOf } from '#sheets';
import { BackLink, Site } from '#ui';
import { CLOCK, SETTINGS, type Clock } from '../../tokens.js';
import { customersPath } from '../addresses.js';
import { bookDay } from '../day.js';
import { ReadCustomer } from '../reading/read-customer.js';
import { sellerFrom, type SellerSettings } from '../seller.js';
import { statementPdf } from '../statements/statement-pdf.js';
import { statementSheet } from '../statements/statement-sheet.js';
import { CustomerView } from './customer.view.js';
import { sendPdf } from './send-pdf.js';

/** A customer's statement of account: on the screen, to print, and as files. */
@Controller('conference/money/customers/:id')
export class CustomerPage {
  constructor(
    private readonly site: Site,
    private readonly customers: ReadCustomer,
    @Inject(SETTINGS) private readonly settings: SellerSettings,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get()
  async show(@Param('id') id: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const reading = await this.customers.read(id);
    return this.site.send(request, reply, {
      title: `Statement of account: ${reading.customer.name}`,
      noIndex: true,
      before: <BackLink href={customersPath}>Customers</BackLink>,
      main: <CustomerView reading={reading} />,
    });
  }

  @Get('statement.:format')
  async export(@Param('id') id: string, @Param('format') format: string, @Res() reply: FastifyReply) {
    const reading = await this.customers.read(id);
    const now = this.clock();
    const today = bookDay(now);
    if (format === 'pdf') {
      const bytes = await statementPdf(reading, sellerFrom(this.settings), now);
      return sendPdf(reply, `Statement ${reading.customer.name} ${today}`, bytes);
    }
    return sendSheet(reply, statementSheet(reading, today), sheetFormatOf(format));
  }
}
