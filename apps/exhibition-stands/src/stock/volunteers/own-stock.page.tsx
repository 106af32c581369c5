import { randomUUID } from 'node:crypto';
import { Body, Controller, Get, Param, Post, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { checkWhole } from '#checks';
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
import { ownPath } from '../../team/addresses.js';
import { ownStockPath } from '../addresses.js';
import { NumberForm } from '../pages/number-form.js';
import { recordedWords } from '../pages/record-words.js';
import { FindStock } from '../reading/find-stock.js';
import { quantityRules, RecordMovement } from '../recording/record-movement.js';
import { OwnStands, placeAt } from './own-stand.js';
import { OwnStockView } from './own-stock.view.js';

const chosenNames = ['item', 'from'] as const;

/** Handing out on the stand, by a volunteer’s own link. */
@Controller('stands/team/:secret/stock')
export class OwnStockPage {
  constructor(
    private readonly site: Site,
    private readonly stands: OwnStands,
    private readonly find: FindStock,
    private readonly record: RecordMovement,
    private readonly runOnce: RunOnce,
  ) {}

  @Get()
  async show(@Param('secret') secret: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const stand = await this.stands.read(secret);
    return this.site.send(request, reply, {
      title: `Stock on the stand: ${stand.exhibition.title}`,
      noIndex: true,
      before: <BackLink href={ownPath(secret)}>Your page</BackLink>,
      main: <OwnStockView stand={stand} secret={secret} />,
    });
  }

  @Get('hand-out')
  async showHandOut(
    @Param('secret') secret: string,
    @Query() query: SentQuery,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const chosen = pickFields(submittedValues(query), chosenNames);
    return this.sendForm(request, reply, secret, {
      item: textIn(chosen, 'item'),
      from: textIn(chosen, 'from'),
      form: form(),
      token: randomUUID(),
    });
  }

  @Post('hand-out')
  async handOut(
    @Param('secret') secret: string,
    @Body() body: unknown,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const stand = await this.stands.read(secret);
    const sent = submittedValues(body);
    const values = pickFields(sent, [...chosenNames, 'quantity']);
    const [item, from] = [textIn(values, 'item'), textIn(values, 'from')];
    const token = readToken(sent);
    placeAt(stand, from);
    try {
      const once = { ...values, member: stand.member.id, kind: 'stock-hand-out' };
      const words = await this.runOnce.run(actorOf(request), token, once, async (manager) => {
        const quantity = checkWhole(textIn(values, 'quantity'), 'quantity', quantityRules);
        const input = { kind: 'hand-out' as const, item, from, to: '', quantity, note: '' };
        const recorded = await this.record.run(manager, this.stands.doer(secret), input, stand.exhibition.id);
        // How many are left is not told, so that what is there is counted.
        return recordedWords(recorded, null);
      });
      const query = new URLSearchParams({ from, item });
      return this.site.redirect(reply, `${ownStockPath(secret)}/hand-out?${query}`, {
        type: 'success',
        text: words,
      });
    } catch (error) {
      const errors = refusedFields(error, ['quantity']);
      return this.sendForm(request, reply, secret, { item, from, form: form(values, errors), token });
    }
  }

  private async sendForm(
    request: FastifyRequest,
    reply: FastifyReply,
    secret: string,
    shown: { readonly item: string; readonly from: string; readonly form: Form; readonly token: string },
  ) {
    const stand = await this.stands.read(secret);
    const { place } = placeAt(stand, shown.from);
    const item = await this.find.item(shown.item);
    const hasErrors = shown.form.errors.length > 0;
    const page = {
      title: `Hand out: ${item.name}`,
      hasErrors,
      noIndex: true,
      before: <BackLink href={ownStockPath(secret)}>Stock on the stand</BackLink>,
      main: (
        <NumberForm
          heading="Hand out"
          caption={stand.exhibition.title}
          action={`${ownStockPath(secret)}/hand-out`}
          form={shown.form}
          hidden={{ item: item.id, from: place.code, once: shown.token }}
          rows={[
            { key: 'What', value: <bdi>{item.name}</bdi> },
            { key: 'From', value: <bdi>{place.name}</bdi> },
          ]}
          units={item.units}
          verb="Hand out"
          withNote={false}
        />
      ),
    };
    return this.site.send(request, reply, page, hasErrors ? 422 : 200);
  }
}
