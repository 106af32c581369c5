import { Controller, Get, Param, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { SentQuery } from '#platform';
import { sendSheet, sheetFormatOf } from '#sheets';
import { BackLink, EmptyState, ExportLinks, exportOf, Site } from '#ui';
import { isId } from '../../domain/ids.js';
import { ledgerPath, stockPath } from '../addresses.js';
import { ReadLedger } from '../reading/read-ledger.js';
import { ledgerSheet } from '../sheets.js';
import { LedgerTable } from './ledger-table.js';
import { StockFrame } from './stock-frame.js';

/** How many lines a page shows. */
const perPage = 100;

/** All that ever moved, the latest first. */
@Controller('stands/stock/ledger')
export class LedgerPage {
  constructor(
    private readonly site: Site,
    private readonly ledger: ReadLedger,
  ) {}

  @Get()
  async show(@Query() query: SentQuery, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const asked = query['before'];
    const before = typeof asked === 'string' && isId(asked) ? asked : null;
    const rows = await this.ledger.lines({}, before, perPage + 1);
    const lines = rows.slice(0, perPage);
    const last = rows.length > perPage ? lines.at(-1) : undefined;
    return this.site.send(request, reply, {
      title: 'Ledger of the stock',
      noIndex: true,
      before: <BackLink href={stockPath}>Stock</BackLink>,
      main: (
        <StockFrame heading="Ledger" current={ledgerPath}>
          <p class="govuk-body">
            Lines are added and never changed: what was written wrongly is put right by a further line.
          </p>
          {lines.length === 0 ? (
            <EmptyState titleText="Nothing has moved yet">
              <p class="govuk-body">
                What is received, moved, handed out, taken back and counted is written here as it happens.
              </p>
            </EmptyState>
          ) : (
            <>
              <ExportLinks what="the whole ledger" file={exportOf(ledgerPath)} />
              <LedgerTable lines={lines} caption={before === null ? 'The latest lines' : 'Earlier lines'} />
            </>
          )}
          {last !== undefined && (
            <p class="govuk-body">
              <a class="govuk-link" href={`${ledgerPath}?before=${last.id}`}>
                Earlier lines
              </a>
            </p>
          )}
        </StockFrame>
      ),
    });
  }

  @Get('export.:format')
  async export(@Param('format') asked: string, @Res() reply: FastifyReply) {
    const format = sheetFormatOf(asked);
    return sendSheet(reply, ledgerSheet(await this.ledger.lines({}, null, null)), format);
  }
}
