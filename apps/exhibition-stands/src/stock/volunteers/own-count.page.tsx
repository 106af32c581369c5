import { randomUUID } from 'node:crypto';
import { Body, Controller, Get, Param, Post, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { actorOf, notFound, RunOnce, type SentQuery } from '#platform';
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
import { ownStockPath } from '../addresses.js';
import { CountForm, countNames, readCounts } from '../counting/count-form.js';
import { CountPlace } from '../counting/count-place.js';
import { CountResult } from '../counting/count-result.js';
import { ItemsToCount } from '../counting/items-to-count.js';
import { ReadCount } from '../counting/read-count.js';
import { OwnStands, placeAt } from './own-stand.js';

interface Shown {
  readonly code: string;
  readonly form: Form;
  readonly token: string;
  readonly all: boolean;
}

/** Counting at the end of the day, by a volunteer’s own link. */
@Controller('stands/team/:secret/stock')
export class OwnCountPage {
  constructor(
    private readonly site: Site,
    private readonly stands: OwnStands,
    private readonly toCount: ItemsToCount,
    private readonly count: CountPlace,
    private readonly counts: ReadCount,
    private readonly runOnce: RunOnce,
  ) {}

  @Get('count')
  show(
    @Param('secret') secret: string,
    @Query() query: SentQuery,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const asked = submittedValues(query);
    return this.sendForm(request, reply, secret, {
      code: textIn(asked, 'place'),
      form: form(),
      token: randomUUID(),
      all: textIn(asked, 'all') === 'yes',
    });
  }

  @Post('count')
  async save(
    @Param('secret') secret: string,
    @Body() body: unknown,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const stand = await this.stands.read(secret);
    const sent = submittedValues(body);
    const code = textIn(sent, 'place');
    const { place } = placeAt(stand, code);
    const names = countNames(sent);
    const values = pickFields(sent, names);
    const token = readToken(sent);
    try {
      const once = { ...values, place: place.id, member: stand.member.id, kind: 'stock-count' };
      const id = await this.runOnce.run(actorOf(request), token, once, async (manager) => {
        const act = await this.count.run(manager, this.stands.doer(secret), place, readCounts(values));
        return act.id;
      });
      return this.site.redirect(reply, `${ownStockPath(secret)}/counts/${id}`);
    } catch (error) {
      return this.sendForm(request, reply, secret, {
        code,
        form: form(values, refusedFields(error, names)),
        token,
        all: textIn(sent, 'all') === 'yes',
      });
    }
  }

  /** What came of their own count; those of others are not theirs to see. */
  @Get('counts/:actId')
  async result(
    @Param('secret') secret: string,
    @Param('actId') id: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const stand = await this.stands.read(secret);
    const result = await this.counts.of(id);
    if (result.act.teamMemberId !== stand.member.id) throw notFound('There is no such count of yours.');
    return this.site.send(request, reply, {
      title: `Count of ${result.place.name}`,
      noIndex: true,
      before: <BackLink href={ownStockPath(secret)}>Stock on the stand</BackLink>,
      main: <CountResult {...result} />,
    });
  }

  private async sendForm(request: FastifyRequest, reply: FastifyReply, secret: string, shown: Shown) {
    const stand = await this.stands.read(secret);
    const { place } = placeAt(stand, shown.code);
    const path = ownStockPath(secret);
    const all = new URLSearchParams({ place: place.code, all: 'yes' });
    const hasErrors = shown.form.errors.length > 0;
    const page = {
      title: `Count ${place.name}`,
      hasErrors,
      noIndex: true,
      before: <BackLink href={path}>Stock on the stand</BackLink>,
      main: (
        <CountForm
          placeName={place.name}
          caption={stand.exhibition.title}
          items={await this.toCount.of(place.id, shown.all)}
          form={shown.form}
          action={`${path}/count`}
          hidden={{ place: place.code, once: shown.token, ...(shown.all && { all: 'yes' }) }}
          allPath={shown.all ? null : `${path}/count?${all}`}
        />
      ),
    };
    return this.site.send(request, reply, page, hasErrors ? 422 : 200);
  }
}
