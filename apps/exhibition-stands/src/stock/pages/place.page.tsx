import { Controller, Get, Param, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { sendSheet, sheetFormatOf } from '#sheets';
import {
  BackLink,
  Button,
  ButtonGroup,
  EmptyState,
  ExportLinks,
  exportOf,
  ResponsiveTable,
  Site,
  SummaryList,
} from '#ui';
import { exhibitionStockPath, itemPath, labelsPath, placePath, recordPath, stockPath } from '../addresses.js';
import { amountOf, placeKindNames } from '../in-words.js';
import { ExhibitionsWithStock } from '../reading/exhibitions-with-stock.js';
import { FindStock } from '../reading/find-stock.js';
import { ReadLedger } from '../reading/read-ledger.js';
import { ledgerSheet } from '../sheets.js';
import { LedgerTable } from './ledger-table.js';
import { StockFrame } from './stock-frame.js';

/** How many lines of its ledger a page shows. */
const latest = 30;

/** What is in a place: where the QR code on a box leads. */
@Controller('stands/stock/places/:code')
export class PlacePage {
  constructor(
    private readonly site: Site,
    private readonly find: FindStock,
    private readonly exhibitions: ExhibitionsWithStock,
    private readonly ledger: ReadLedger,
  ) {}

  @Get()
  async show(@Param('code') asked: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const place = await this.find.place(asked);
    const [items, allLevels, lines, exhibitions] = await Promise.all([
      this.find.items(),
      this.find.levels(),
      this.ledger.lines({ placeId: place.id }, null, latest),
      this.exhibitions.choices(),
    ]);
    const levels = allLevels.filter(({ placeId }) => placeId === place.id);
    const exhibition = exhibitions.find(({ id }) => id === place.exhibitionId);
    const path = placePath(place.code);
    return this.site.send(request, reply, {
      title: `${place.name}: stock`,
      noIndex: true,
      before: <BackLink href={stockPath}>Stock</BackLink>,
      main: (
        <StockFrame heading={place.name} caption={place.code}>
          <ButtonGroup>
            <Button href={`${path}/count`}>Count what is here</Button>
            <Button href={recordPath('receive', { to: place.code })} classes="govuk-button--secondary">
              Receive into it
            </Button>
            <Button href={recordPath('move', { to: place.code })} classes="govuk-button--secondary">
              Put something in
            </Button>
          </ButtonGroup>
          {levels.length === 0 ? (
            <EmptyState titleText="There is nothing in it">
              <p class="govuk-body">What is received into it, or moved here, is listed.</p>
            </EmptyState>
          ) : (
            <ResponsiveTable
              caption="What is in it"
              captionClasses="govuk-table__caption--m"
              columns={[
                { key: 'item', heading: 'Item' },
                { key: 'quantity', heading: 'How many', format: 'numeric' },
                { key: 'do', heading: 'Take some' },
              ]}
              rows={items.flatMap((item) => {
                const level = levels.find(({ itemId }) => itemId === item.id);
                if (level === undefined) return [];
                const start = { item: item.id, from: place.code };
                return [
                  [
                    <a class="govuk-link" href={itemPath(item.id)}>
                      <bdi>{item.name}</bdi>
                    </a>,
                    amountOf(level.quantity, item),
                    <TakeLinks start={start} name={item.name} />,
                  ],
                ];
              })}
            />
          )}
          <SummaryList
            rows={[
              { key: 'Kind', value: placeKindNames[place.kind] },
              exhibition !== undefined && {
                key: 'At',
                value: (
                  <a class="govuk-link" href={exhibitionStockPath(exhibition.id)}>
                    <bdi>{exhibition.title}</bdi>
                  </a>
                ),
              },
              place.note !== '' && { key: 'Note', value: <bdi>{place.note}</bdi> },
            ]}
          />
          <p class="govuk-body cn-row">
            <a class="govuk-link" href={`${path}/edit`}>
              Change what is said of it
            </a>
            <a class="govuk-link" href={`${labelsPath}?place=${encodeURIComponent(place.code)}`}>
              Print its label
            </a>
          </p>
          {lines.length > 0 && (
            <>
              <LedgerTable lines={lines} caption="What moved in and out lately" />
              <ExportLinks what="its whole ledger" file={exportOf(path)} />
            </>
          )}
        </StockFrame>
      ),
    });
  }

  @Get('export.:format')
  async export(@Param('code') code: string, @Param('format') asked: string, @Res() reply: FastifyReply) {
    const format = sheetFormatOf(asked);
    const place = await this.find.place(code);
    const lines = await this.ledger.lines({ placeId: place.id }, null, null);
    return sendSheet(reply, { ...ledgerSheet(lines), name: `Ledger, ${place.name}` }, format);
  }
}

interface TakeLinksProps {
  readonly start: { readonly item: string; readonly from: string };
  readonly name: string;
}

function TakeLinks({ start, name }: TakeLinksProps) {
  return (
    <span class="cn-row">
      <a class="govuk-link" href={recordPath('hand-out', start)}>
        Hand out<span class="govuk-visually-hidden"> {name}</span>
      </a>
      <a class="govuk-link" href={recordPath('move', start)}>
        Move<span class="govuk-visually-hidden"> {name}</span>
      </a>
    </span>
  );
}
