import { Controller, Get, Param, Put, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { actorOf, notKept, readJson } from '#platform';
import { OpenTraveller, type OpenedTraveller, type WhichTraveller } from '../../travellers/open-traveller.js';
import { FindVisit } from '../../visits/find-visit.js';
import { ReadMoney, totalsOf, type TravellerMoney } from '../read-money.js';
import { SayPayer } from '../say-payer.js';
import { payerInput, type TravellerMoneyOutput } from './money.schema.js';

/** What travellers are to pay, for programs of staff and by a traveller's own link. */
@Controller('api/v1/study-visits')
export class MoneyController {
  constructor(
    private readonly visits: FindVisit,
    private readonly travellers: OpenTraveller,
    private readonly money: ReadMoney,
    private readonly sayPayer: SayPayer,
  ) {}

  @Get('visits/:id/money')
  async ofVisit(@Param('id') name: string, @Res() reply: FastifyReply) {
    const money = await this.money.ofVisit(await this.visits.byIdOrSlug(name));
    return reply.headers(notKept).send({ totals: totalsOf(money), items: money.map(moneyJson) });
  }

  @Put('visits/:id/travellers/:travellerId/payer')
  payer(
    @Param('id') visitId: string,
    @Param('travellerId') travellerId: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    return this.say(request, reply, { visitId, travellerId });
  }

  @Get('travellers/:secret/money')
  async own(@Param('secret') secret: string, @Res() reply: FastifyReply) {
    return this.send(reply, await this.travellers.read({ secret }));
  }

  @Put('travellers/:secret/payer')
  ownPayer(@Param('secret') secret: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    return this.say(request, reply, { secret });
  }

  private async say(request: FastifyRequest, reply: FastifyReply, which: WhichTraveller) {
    const input = readJson(request, payerInput);
    await this.sayPayer.run(which, input, actorOf(request).requestId);
    return this.send(reply, await this.travellers.read(which));
  }

  private async send(reply: FastifyReply, { visit, traveller }: OpenedTraveller) {
    const [money] = await this.money.of(visit, [traveller]);
    if (money === undefined) throw new Error(`nothing was read of traveller ${traveller.id}`);
    return reply.headers(notKept).send(moneyJson(money));
  }
}

function moneyJson({
  traveller,
  organisation,
  isPayerMissing,
  invoicesName,
  charges,
}: TravellerMoney): TravellerMoneyOutput {
  return {
    travellerId: traveller.id,
    number: traveller.number,
    name: traveller.name,
    status: traveller.status,
    paidBy: organisation,
    isPayerMissing,
    invoicesName,
    charges: charges.map(({ id, kind, standing, invoice, dueOn, chargedPence, outstandingPence }) => ({
      id,
      kind,
      standing,
      invoice: invoice?.label ?? null,
      dueOn,
      chargedPence,
      outstandingPence,
    })),
  };
}
