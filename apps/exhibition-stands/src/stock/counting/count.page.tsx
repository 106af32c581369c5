import { randomUUID } from 'node:crypto';
import { Body, Controller, Get, Param, Post, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { actorOf, RunOnce, type SentQuery } from '#platform';
import {
  BackLink,
  form,
  pickFields,
  readToken,
  refusedFields,
  Site,
  submittedValues,
  textIn,
  type Form,
} from '#ui';
import { countPath, placePath } from '../addresses.js';
import { staffDoer } from '../recording/doer.js';
import { FindStock } from '../reading/find-stock.js';
import { CountForm, countNames, readCounts } from './count-form.js';
import { CountPlace } from './count-place.js';
import { CountResult } from './count-result.js';
import { ItemsToCount } from './items-to-count.js';
import { ReadCount } from './read-count.js';

interface Shown {
  readonly form: Form;
  readonly token: string;
  /** All items of the stock, not only those that were ever here. */
  readonly all: boolean;
}

/** Counting everything in a place, and what came of it. */
@Controller('stands/stock')
export class CountPage {
  constructor(
    private readonly site: Site,
    private readonly find: FindStock,
    private readonly toCount: ItemsToCount,
    private readonly count: CountPlace,
    private readonly counts: ReadCount,
    private readonly runOnce: RunOnce,
  ) {}

  @Get('places/:code/count')
  show(
    @Param('code') code: string,
    @Query() query: SentQuery,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const all = query['all'] === 'yes';
    return this.sendForm(request, reply, code, { form: form(), token: randomUUID(), all });
  }

  @Post('places/:code/count')
  async save(
    @Param('code') code: string,
    @Body() body: unknown,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const sent = submittedValues(body);
    const names = countNames(sent);
    const values = pickFields(sent, names);
    const token = readToken(sent);
    const actor = actorOf(request);
    const place = await this.find.place(code);
    try {
      const once = { ...values, place: place.id, kind: 'stock-count' };
      const id = await this.runOnce.run(actor, token, once, async (manager) => {
        const act = await this.count.run(manager, staffDoer(actor), place, readCounts(values));
        return act.id;
      });
      return this.site.redirect(reply, countPath(id));
    } catch (error) {
      const shown = form(values, refusedFields(error, names));
      return this.sendForm(request, reply, code, {
        form: shown,
        token,
        all: textIn(sent, 'all') === 'yes',
      });
    }
  }

  @Get('counts/:actId')
  async result(@Param('actId') id: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const result = await this.counts.of(id);
    const path = placePath(result.place.code);
    return this.site.send(request, reply, {
      title: `Count of ${result.place.name}`,
      noIndex: true,
      before: <BackLink href={path}>{result.place.name}</BackLink>,
      main: <CountResult {...result} />,
    });
  }

  private async sendForm(request: FastifyRequest, reply: FastifyReply, code: string, shown: Shown) {
    const place = await this.find.place(code);
    const items = await this.toCount.of(place.id, shown.all);
    const path = placePath(place.code);
    const hasErrors = shown.form.errors.length > 0;
    const page = {
      title: `Count ${place.name}`,
      hasErrors,
      noIndex: true,
      before: <BackLink href={path}>{place.name}</BackLink>,
      main: (
        <CountForm
          placeName={place.name}
          caption="Stock"
          items={items}
          form={shown.form}
          action={`${path}/count`}
          hidden={{ once: shown.token, ...(shown.all && { all: 'yes' }) }}
          allPath={shown.all ? null : `${path}/count?all=yes`}
        />
      ),
    };
    return this.site.send(request, reply, page, hasErrors ? 422 : 200);
  }
}
