import { Controller, Get, Param, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { homeZone } from '#checks';
import type { SentQuery } from '#platform';
import { sendSheet, sheetFormatOf } from '#sheets';
import { BackLink, Button, ButtonGroup, ExportLinks, exportOf, Site, SummaryList } from '#ui';
import { isId } from '../../domain/ids.js';
import { itemPath, placePath, recordPath, stockPath } from '../addresses.js';
import { amountOf } from '../in-words.js';
import { FindStock } from '../reading/find-stock.js';
import { ReadLedger } from '../reading/read-ledger.js';
import { ledgerSheet } from '../sheets.js';
import { LedgerTable } from './ledger-table.js';
import { RemainsPlot } from './remains-plot.js';
import { StockFrame } from './stock-frame.js';
import { ItemState, remainsOf } from './stock-table.js';

/** How many lines of its ledger a page shows. */
const perPage = 50;

/** An item of the stock: where it is, what became of it. */
@Controller('stands/stock/items/:itemId')
export class ItemPage {
  constructor(
    private readonly site: Site,
    private readonly find: FindStock,
    private readonly ledger: ReadLedger,
  ) {}

  @Get()
  async show(
    @Param('itemId') id: string,
    @Query() query: SentQuery,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const item = await this.find.item(id);
    const asked = query['before'];
    const before = typeof asked === 'string' && isId(asked) ? asked : null;
    const [places, allLevels, rows, days] = await Promise.all([
      this.find.places(),
      this.find.levels(),
      this.ledger.lines({ itemId: item.id }, before, perPage + 1),
      this.ledger.remainsByDay(item.id, homeZone),
    ]);
    const levels = allLevels.filter(({ itemId }) => itemId === item.id);
    const remains = remainsOf(levels, item.id);
    const lines = rows.slice(0, perPage);
    const last = rows.length > perPage ? lines.at(-1) : undefined;
    return this.site.send(request, reply, {
      title: `${item.name}: stock`,
      noIndex: true,
      before: <BackLink href={stockPath}>Stock</BackLink>,
      main: (
        <StockFrame heading={item.name} caption="Stock">
          <SummaryList
            rows={[
              { key: 'In all', value: amountOf(remains, item) },
              { key: 'How it stands', value: <ItemState item={item} remains={remains} /> },
              {
                key: 'Where',
                value:
                  levels.length === 0 ? (
                    'Nowhere'
                  ) : (
                    <ul class="govuk-list cn-flush">
                      {places.flatMap(({ id: placeId, code, name }) => {
                        const level = levels.find((each) => each.placeId === placeId);
                        if (level === undefined) return [];
                        return [
                          <li key={code}>
                            <a class="govuk-link" href={placePath(code)}>
                              <bdi>{name}</bdi>
                            </a>
                            : {amountOf(level.quantity, item)}
                          </li>,
                        ];
                      })}
                    </ul>
                  ),
              },
              {
                key: 'Re-order level',
                value: item.reorderLevel === null ? 'None' : amountOf(item.reorderLevel, item),
              },
              item.note !== '' && { key: 'Note', value: <bdi>{item.note}</bdi> },
            ]}
          />
          <ButtonGroup>
            <Button href={recordPath('receive', { item: item.id })}>Receive</Button>
            <Button href={recordPath('move', { item: item.id })} classes="govuk-button--secondary">
              Move
            </Button>
            <Button href={recordPath('hand-out', { item: item.id })} classes="govuk-button--secondary">
              Hand out
            </Button>
            <a class="govuk-link" href={`${itemPath(item.id)}/edit`}>
              Change what is said of it
            </a>
          </ButtonGroup>
          {days.length > 0 && <RemainsPlot item={item} days={days} />}
          {lines.length === 0 ? (
            <p class="govuk-body">Nothing of it has moved yet. Begin with how many you receive.</p>
          ) : (
            <>
              <LedgerTable lines={lines} caption="Ledger" isOfOneItem />
              <ExportLinks what="its ledger" file={exportOf(itemPath(item.id))} />
            </>
          )}
          {last !== undefined && (
            <p class="govuk-body">
              <a class="govuk-link" href={`${itemPath(item.id)}?before=${last.id}`}>
                Earlier lines
              </a>
            </p>
          )}
        </StockFrame>
      ),
    });
  }

  @Get('export.:format')
  async export(@Param('itemId') id: string, @Param('format') asked: string, @Res() reply: FastifyReply) {
    const format = sheetFormatOf(asked);
    const item = await this.find.item(id);
    const lines = await this.ledger.lines({ itemId: item.id }, null, null);
    return sendSheet(reply, { ...ledgerSheet(lines), name: `Ledger, ${item.name}` }, format);
  }
}
