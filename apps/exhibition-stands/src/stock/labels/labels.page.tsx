import { Controller, Get, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { SentQuery } from '#platform';
import { BackLink, EmptyState, makeQrCode, QrCode, Site } from '#ui';
import { labelsPath, placePath, stockPath } from '../addresses.js';
import { StockFrame } from '../pages/stock-frame.js';
import { FindStock } from '../reading/find-stock.js';
import type { StockPlaceRow } from '../stock-place.entity.js';

interface Label {
  readonly place: StockPlaceRow;
  /** The complete address of the place’s page. */
  readonly address: string;
  readonly svg: string;
}

/** Labels to print and stick on boxes. The QR code on each leads to the page of what is in it. */
@Controller('stands/stock/labels')
export class LabelsPage {
  constructor(
    private readonly site: Site,
    private readonly find: FindStock,
  ) {}

  @Get()
  async show(@Query() query: SentQuery, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const asked = query['place'];
    const places = typeof asked === 'string' ? [await this.find.place(asked)] : await this.find.places();
    const labels = await Promise.all(places.map((place) => this.labelOf(place)));
    return this.site.send(request, reply, {
      title: 'Labels for boxes',
      noIndex: true,
      before: <BackLink href={stockPath}>Stock</BackLink>,
      main: (
        <StockFrame heading="Labels" current={labelsPath}>
          {labels.length === 0 ? (
            <EmptyState titleText="No labels yet">
              <p class="govuk-body">Each place has one: add a box first, then print its label here.</p>
            </EmptyState>
          ) : (
            <>
              <p class="govuk-body cn-no-print">
                Print this page and stick the labels on. A phone that reads one opens the list of what is in
                the box; staff can then take things out or count.
                {typeof asked === 'string' && (
                  <>
                    {' '}
                    <a class="govuk-link" href={labelsPath}>
                      Labels of all places
                    </a>
                  </>
                )}
              </p>
              <ul class="cn-labels">
                {labels.map(({ place, address, svg }) => (
                  <li key={place.id} class="cn-label">
                    <QrCode svg={svg} label={`QR code with the address ${address}`} />
                    <div class="cn-label__words">
                      <span class="cn-label__code">{place.code}</span>
                      <bdi>{place.name}</bdi>
                      <br />
                      <span class="cn-quiet">{address.replace(/^https?:\/\//, '')}</span>
                    </div>
                  </li>
                ))}
              </ul>
            </>
          )}
        </StockFrame>
      ),
    });
  }

  private async labelOf(place: StockPlaceRow): Promise<Label> {
    const address = this.site.absolute(placePath(place.code));
    return { place, address, svg: await makeQrCode(address) };
  }
}
