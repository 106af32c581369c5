import { Controller, Get, Inject, Param, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { sendSheet, sheetFormatOf } from '#sheets';
import { BackLink, Button, ButtonGroup, EmptyState, ExportLinks, exportOf, InsetText, Site } from '#ui';
import { managePath } from '../../exhibitions/addresses.js';
import { recordPath, stockPath } from '../addresses.js';
import { ExhibitionsWithStock } from '../reading/exhibitions-with-stock.js';
import { FindStock } from '../reading/find-stock.js';
import { ReorderAlerts, type ReorderAlert } from '../reading/reorder-alerts.js';
import { StockOnStand } from '../reading/stock-on-stand.js';
import { levelsSheet } from '../sheets.js';
import { CLOCK, type Clock } from '../../tokens.js';
import { StockFrame } from './stock-frame.js';
import { PlaceList, StockTable } from './stock-table.js';

/** What there is and where, for staff. */
@Controller('stands/stock')
export class StockPage {
  constructor(
    private readonly site: Site,
    private readonly find: FindStock,
    private readonly alerts: ReorderAlerts,
    private readonly exhibitions: ExhibitionsWithStock,
    private readonly onStand: StockOnStand,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get()
  async show(@Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const [items, places, levels, alerts, lasting] = await Promise.all([
      this.find.items(),
      this.find.places(),
      this.find.levels(),
      this.alerts.all(),
      this.lasting(),
    ]);
    return this.site.send(request, reply, {
      title: 'Stock',
      noIndex: true,
      before: <BackLink href={managePath}>Look after the stands</BackLink>,
      main: (
        <StockFrame heading="Stock" current={stockPath}>
          <Alerts alerts={alerts} />
          {items.length > 0 && places.length > 0 && <RecordLinks />}
          {items.length === 0 ? (
            <EmptyState titleText="No items yet">
              <p class="govuk-body">
                What travels with the stands is listed here, with how many there are and where: add the first
                item, then the places it may be in.
              </p>
            </EmptyState>
          ) : (
            <>
              <StockTable items={items} places={places} levels={levels} lasting={lasting} />
              <ExportLinks what="this table" file={exportOf(stockPath)} />
            </>
          )}
          <h2 class="govuk-heading-m">Places</h2>
          {places.length === 0 ? (
            <p class="govuk-body">There is no place yet: the office, a box, a member’s car, a stand.</p>
          ) : (
            <PlaceList places={places} levels={levels} />
          )}
          <ButtonGroup>
            <Button href={`${stockPath}/items/new`} classes="govuk-button--secondary">
              Add an item
            </Button>
            <Button href={`${stockPath}/places/new`} classes="govuk-button--secondary">
              Add a place
            </Button>
          </ButtonGroup>
        </StockFrame>
      ),
    });
  }

  @Get('export.:format')
  async export(@Param('format') asked: string, @Res() reply: FastifyReply) {
    const format = sheetFormatOf(asked);
    const [items, places, levels] = await Promise.all([
      this.find.items(),
      this.find.places(),
      this.find.levels(),
    ]);
    return sendSheet(reply, levelsSheet(items, places, levels), format);
  }

  /** How long each item lasts on the stand that is open these days. */
  private async lasting(): Promise<ReadonlyMap<string, string>> {
    const exhibition = await this.exhibitions.current(this.clock());
    if (exhibition === null) return new Map();
    const stock = await this.onStand.of(exhibition);
    return new Map(
      stock
        .filter(({ forecast }) => forecast.kind !== 'unknown')
        .map(({ item, words }) => [item.id, `${exhibition.title}: ${words}`]),
    );
  }
}

/** What to do first. */
function Alerts({ alerts }: { readonly alerts: readonly ReorderAlert[] }) {
  if (alerts.length === 0) return null;
  return (
    <InsetText>
      <ul class="govuk-list cn-flush">
        {alerts.map(({ itemId, text, href }) => (
          <li key={itemId}>
            <a class="govuk-link" href={href}>
              {text}
            </a>
          </li>
        ))}
      </ul>
    </InsetText>
  );
}

function RecordLinks() {
  return (
    <ButtonGroup>
      <Button href={recordPath('hand-out')}>Hand out</Button>
      <Button href={recordPath('move')} classes="govuk-button--secondary">
        Move
      </Button>
      <Button href={recordPath('receive')} classes="govuk-button--secondary">
        Receive
      </Button>
      <Button href={recordPath('return')} classes="govuk-button--secondary">
        Take back
      </Button>
    </ButtonGroup>
  );
}
