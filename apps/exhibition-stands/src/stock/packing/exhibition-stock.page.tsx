import { randomUUID } from 'node:crypto';
import { Body, Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { EntityManager } from 'typeorm';
import { checkWhole } from '#checks';
import { actorOf, Problem, RunOnce, Transactions } from '#platform';
import {
  BackLink,
  form,
  pickFields,
  plural,
  readToken,
  refusedFields,
  Site,
  submittedValues,
  textIn,
  type Form,
  type Notice,
} from '#ui';
import { managePath } from '../../exhibitions/addresses.js';
import { FindExhibition } from '../../exhibitions/find-exhibition.js';
import { ExhibitionFrame } from '../../exhibitions/pages/exhibition-frame.js';
import { exhibitionStockPath, packingAnchor } from '../addresses.js';
import { ReadTransports } from '../carrying/read-transports.js';
import { FindStock } from '../reading/find-stock.js';
import { StockOnStand } from '../reading/stock-on-stand.js';
import { quantityRules } from '../recording/record-movement.js';
import { ExhibitionStockView } from './exhibition-stock.view.js';
import { KeepPacking } from './keep-packing.js';
import { copyNames, lineNames } from './packing-forms.js';
import { ReadPacking } from './read-packing.js';

/** The stock of an exhibition: what is on its stand and how long it lasts, what is packed for it, who carries it. */
@Controller('stands/manage/:id/stock')
export class ExhibitionStockPage {
  constructor(
    private readonly site: Site,
    private readonly exhibitions: FindExhibition,
    private readonly find: FindStock,
    private readonly onStand: StockOnStand,
    private readonly packing: ReadPacking,
    private readonly keep: KeepPacking,
    private readonly transports: ReadTransports,
    private readonly runOnce: RunOnce,
    private readonly transactions: Transactions,
  ) {}

  @Get()
  show(@Param('id') id: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    return this.sendPage(request, reply, id, form(), randomUUID());
  }

  @Post('packing')
  async add(
    @Param('id') id: string,
    @Body() body: unknown,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const actor = actorOf(request);
    const values = pickFields(submittedValues(body), lineNames);
    const input = {
      item: textIn(values, 'item'),
      from: textIn(values, 'from'),
      into: textIn(values, 'into'),
      quantity: checkWhole(textIn(values, 'quantity'), 'quantity', quantityRules),
    };
    return this.once(request, reply, { id, body, names: lineNames }, async (manager) => {
      await this.keep.add(manager, actor, id, input);
      return 'It is on the list.';
    });
  }

  @Post('packing/copy')
  async copy(
    @Param('id') id: string,
    @Body() body: unknown,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const actor = actorOf(request);
    const values = pickFields(submittedValues(body), copyNames);
    const from = textIn(values, 'exhibition');
    return this.once(request, reply, { id, body, names: copyNames }, async (manager) => {
      const lines = await this.keep.copy(manager, actor, id, { from, into: textIn(values, 'copyInto') });
      return lines === 0
        ? 'There was nothing to add: all that was used there is on the list.'
        : `${plural(lines, 'line')} added from what was used there. Check how many you need this time.`;
    });
  }

  @Post('packing/:lineId/pack')
  pack(
    @Param('id') id: string,
    @Param('lineId') lineId: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const line = `${exhibitionStockPath(id)}#${packingAnchor(lineId)}`;
    return this.step(reply, id, { back: line }, (manager) =>
      this.keep.pack(manager, actorOf(request), id, lineId),
    );
  }

  @Post('packing/:lineId/remove')
  remove(
    @Param('id') id: string,
    @Param('lineId') lineId: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const notice = { type: 'success', text: 'It is off the list.' } as const;
    return this.step(reply, id, { back: exhibitionStockPath(id), notice }, (manager) =>
      this.keep.remove(manager, actorOf(request), id, lineId),
    );
  }

  private async once(
    request: FastifyRequest,
    reply: FastifyReply,
    { id, body, names }: { readonly id: string; readonly body: unknown; readonly names: readonly string[] },
    work: (manager: EntityManager) => Promise<string>,
  ) {
    const sent = submittedValues(body);
    const values = pickFields(sent, names);
    const token = readToken(sent);
    try {
      const said = await this.runOnce.run(
        actorOf(request),
        token,
        { ...values, id, kind: 'stock-packing' },
        work,
      );
      return this.site.redirect(reply, exhibitionStockPath(id), { type: 'success', text: said });
    } catch (error) {
      const errors = refusedFields(error, names.includes('copyInto') ? [...names, 'into'] : names).map(
        ({ field, message }) => ({
          field: field === 'into' && names.includes('copyInto') ? 'copyInto' : field,
          message,
        }),
      );
      return this.sendPage(request, reply, id, form(values, errors), token);
    }
  }

  /**
   * What cannot be done is said above the list; what was done already is done.
   *
   * @param done where the reader goes on, where the page itself shows what was done: the line that they ticked off
   */
  private async step(
    reply: FastifyReply,
    id: string,
    done: { readonly back: string; readonly notice?: Notice },
    work: (manager: EntityManager) => Promise<void>,
  ) {
    try {
      await this.transactions.run(work);
    } catch (error) {
      if (!(error instanceof Problem) || ![404, 409, 422].includes(error.status)) throw error;
      await this.exhibitions.byId(id);
      const notice = { type: 'important', text: error.detail } as const;
      return this.site.redirect(reply, exhibitionStockPath(id), notice);
    }
    return this.site.redirect(reply, done.back, done.notice);
  }

  private async sendPage(
    request: FastifyRequest,
    reply: FastifyReply,
    id: string,
    shown: Form,
    token: string,
  ) {
    const exhibition = await this.exhibitions.byId(id);
    const [stock, lines, earlier, transports, items, places] = await Promise.all([
      this.onStand.of(exhibition),
      this.packing.of(id),
      this.packing.earlier(id),
      this.transports.all(id),
      this.find.items(),
      this.find.places(),
    ]);
    const hasErrors = shown.errors.length > 0;
    const page = {
      title: `Stock: ${exhibition.title}`,
      hasErrors,
      noIndex: true,
      before: <BackLink href={managePath}>Look after the stands</BackLink>,
      main: (
        <ExhibitionFrame exhibition={exhibition} heading="Stock" current="stock">
          <ExhibitionStockView
            exhibitionId={id}
            stock={stock}
            lines={lines}
            transports={transports}
            places={places}
            forms={{ exhibitionId: id, items, places, earlier, form: shown, token }}
          />
        </ExhibitionFrame>
      ),
    };
    return this.site.send(request, reply, page, hasErrors ? 422 : 200);
  }
}
