import { Body, Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { actorOf, Problem } from '#platform';
import { BackLink, form, pickFields, refusedFields, Site, submittedValues, textIn, type Form } from '#ui';
import { ownTravelPath } from '../../travellers/addresses.js';
import { OpenTraveller, type OpenedTraveller } from '../../travellers/open-traveller.js';
import { ownMoneyPath } from '../addresses.js';
import type { PayerInput } from '../domain/payer.js';
import { InvoiceLinks } from '../invoice-links.js';
import { ReadMoney } from '../read-money.js';
import { SayPayer } from '../say-payer.js';
import { OwnMoneyView } from './own-money.view.js';
import { filledFor, payerNames } from './payer-fields.js';

/** What a traveller is to pay, and who pays it, by their own link. */
@Controller('visits/travellers/:secret/money')
export class OwnMoneyPage {
  constructor(
    private readonly site: Site,
    private readonly travellers: OpenTraveller,
    private readonly money: ReadMoney,
    private readonly links: InvoiceLinks,
    private readonly sayPayer: SayPayer,
  ) {}

  @Get()
  async show(@Param('secret') secret: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const opened = await this.travellers.read({ secret });
    return this.send(request, reply, secret, opened, form(filledFor(opened.traveller)));
  }

  @Post()
  async save(
    @Param('secret') secret: string,
    @Body() body: unknown,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const values = pickFields(submittedValues(body), [...payerNames]);
    try {
      await this.sayPayer.run({ secret }, payerInput(values), actorOf(request).requestId);
      return this.site.redirect(reply, ownMoneyPath(secret), {
        type: 'success',
        text: 'Thank you. The invoice comes by mail, and stands here in a moment.',
      });
    } catch (error) {
      if (error instanceof Problem && error.status === 409) {
        return this.site.redirect(reply, ownMoneyPath(secret), { type: 'important', text: error.detail });
      }
      const shown = form(values, refusedFields(error, [...payerNames]));
      return this.send(request, reply, secret, await this.travellers.read({ secret }), shown);
    }
  }

  private async send(
    request: FastifyRequest,
    reply: FastifyReply,
    secret: string,
    { traveller, visit }: OpenedTraveller,
    shown: Form,
  ) {
    const [money] = await this.money.of(visit, [traveller]);
    if (money === undefined) throw new Error(`nothing was read of traveller ${traveller.id}`);
    const hasErrors = shown.errors.length > 0;
    const page = {
      title: `What there is to pay: ${visit.title}`,
      hasErrors,
      noIndex: true,
      before: <BackLink href={ownTravelPath(secret)}>Your journey</BackLink>,
      main: (
        <OwnMoneyView
          secret={secret}
          visit={visit}
          money={money}
          invoicePath={(chargeId) => this.links.pathOf(chargeId)}
          form={shown}
        />
      ),
    };
    return this.site.send(request, reply, page, hasErrors ? 422 : 200);
  }
}

export const payerInput = (values: Parameters<typeof textIn>[0]): PayerInput => ({
  who: textIn(values, 'who'),
  name: textIn(values, 'name'),
  address: textIn(values, 'address'),
  email: textIn(values, 'email'),
  purchaseOrder: textIn(values, 'purchaseOrder'),
});
