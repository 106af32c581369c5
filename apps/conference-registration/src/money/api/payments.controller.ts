import { Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { DataSource } from 'typeorm';
import { accepted } from '#checks';
import { actorOf, idempotently, notKept, readJson, RunOnce, type ApiAnswer, type Attempt } from '#platform';
import type { Choice } from '../domain/plan.js';
import { RecordPayment } from '../payments/record-payment.js';
import { RecordRefund } from '../payments/record-refund.js';
import { UndoPayment } from '../payments/undo-payment.js';
import { UseCredit } from '../payments/use-credit.js';
import { ReadCustomer } from '../reading/read-customer.js';
import { ReadPayment } from '../reading/read-payment.js';
import { customerJson, paymentJson } from './money-json.js';
import { creditUseInput, paymentInput, refundInput, undoInput } from './money.schema.js';

/** Customers’ accounts and their payments, for programs of staff. */
@Controller('api/v1/conference-registration')
export class PaymentsController {
  constructor(
    private readonly customers: ReadCustomer,
    private readonly reading: ReadPayment,
    private readonly payments: RecordPayment,
    private readonly refunds: RecordRefund,
    private readonly undoPayment: UndoPayment,
    private readonly credit: UseCredit,
    private readonly runOnce: RunOnce,
    @InjectDataSource() private readonly dataSource: DataSource,
  ) {}

  @Get('customers/:id')
  async customer(@Param('id') id: string, @Res() reply: FastifyReply) {
    return reply.headers(notKept).send(customerJson(await this.customers.read(id)));
  }

  @Post('customers/:id/credit')
  async useCredit(@Param('id') id: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const { invoiceIds } = readJson(request, creditUseInput);
    return this.post(request, reply, async () => {
      await this.customers.read(id);
      await this.credit.run(actorOf(request), { customerId: id, invoiceIds });
      return { status: 200, body: customerJson(await this.customers.read(id)) };
    });
  }

  @Get('payments/:id')
  async show(@Param('id') id: string, @Res() reply: FastifyReply) {
    return reply.headers(notKept).send(paymentJson(await this.reading.read(id)));
  }

  @Post('payments')
  async record(@Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const { invoiceIds, pence, on, ...sent } = readJson(request, paymentInput);
    const payment = {
      ...sent,
      pence: accepted(pence),
      on: accepted(on),
      choice: choiceOf(invoiceIds),
      seenPlan: null,
    };
    return this.post(request, reply, async (attempt) => {
      const actor = actorOf(request);
      // Recorded together with the attempt, so that it is not recorded again where nobody was told of it.
      const id = await this.runOnce.run(
        actor,
        attempt.id,
        {},
        async (manager) => (await this.payments.add(manager, actor, payment)).id,
      );
      return { status: 201, body: paymentJson(await this.reading.read(id)) };
    });
  }

  @Post('payments/:id/undo')
  async undo(@Param('id') id: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const { reason } = readJson(request, undoInput);
    return this.post(request, reply, async () => {
      await this.reading.read(id);
      await this.undoPayment.run(actorOf(request), id, reason);
      return { status: 200, body: paymentJson(await this.reading.read(id)) };
    });
  }

  @Post('refunds')
  async refund(@Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const { pence, on, ...sent } = readJson(request, refundInput);
    return this.post(request, reply, async (attempt) => {
      const refund = { ...sent, pence: accepted(pence), on: accepted(on) };
      const actor = actorOf(request);
      const id = await this.runOnce.run(actor, attempt.id, {}, (manager) =>
        this.refunds.add(manager, actor, refund),
      );
      return { status: 201, body: paymentJson(await this.reading.read(id)) };
    });
  }

  /** Runs a POST once per `Idempotency-Key`. */
  private async post(
    request: FastifyRequest,
    reply: FastifyReply,
    work: (attempt: Attempt) => Promise<ApiAnswer>,
  ) {
    const answer = await idempotently(this.dataSource, request, work);
    return reply.code(answer.status).headers(notKept).send(answer.body);
  }
}

function choiceOf(invoiceIds: readonly string[] | null): Choice {
  if (invoiceIds === null) return { which: 'oldest' };
  return invoiceIds.length === 0 ? { which: 'none' } : { which: 'chosen', invoiceIds };
}
