import { randomUUID } from 'node:crypto';
import { Body, Controller, Get, Post, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { actorOf, Problem, RunOnce } from '#platform';
import {
  allValues,
  BackLink,
  form,
  moneyInWords,
  pickFields,
  readToken,
  refusedFields,
  Site,
  submittedValues,
  textIn,
  type Form,
  type SubmittedValues,
} from '#ui';
import { customerPath, customersPath, paymentPath } from '../addresses.js';
import { idOf, type ListQuery } from '../domain/invoice-list.js';
import { choices, planKey, type Choice } from '../domain/plan.js';
import { PlanPayment } from '../payments/plan-payment.js';
import { noSuchInvoice, RecordPayment } from '../payments/record-payment.js';
import { ReadCustomer, type CustomerReading } from '../reading/read-customer.js';
import { CheckPaymentView } from './check-payment.view.js';
import { NewPaymentView } from './new-payment.view.js';
import { paymentNames } from './payment-fields.js';
import { readPaymentForm } from './read-payment-form.js';

const names = ['which', 'invoiceIds', ...paymentNames];

/** What was sent, or is to be shown. */
interface Sent {
  readonly reading: CustomerReading;
  readonly values: SubmittedValues;
  /** By which a second press of the button is known. */
  readonly token: string;
}

/** Records money that came in: what it was and what it pays, a page to check that, done. */
@Controller('conference/money/payments/new')
export class NewPaymentPage {
  constructor(
    private readonly site: Site,
    private readonly customers: ReadCustomer,
    private readonly plans: PlanPayment,
    private readonly payments: RecordPayment,
    private readonly runOnce: RunOnce,
  ) {}

  @Get()
  async show(@Query() query: ListQuery, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const customerId = idOf(query, 'customer');
    if (customerId === null) {
      return this.site.redirect(reply, customersPath, { type: 'important', text: 'Choose who paid.' });
    }
    const reading = await this.customers.read(customerId);
    const invoice = reading.account.invoices.find(({ id }) => id === idOf(query, 'invoice'));
    const shown = form({
      which: invoice ? 'chosen' : reading.account.invoices.length > 0 ? 'oldest' : 'none',
      invoiceIds: invoice ? [invoice.id] : [],
      method: 'bank-transfer',
    });
    return this.sendForm(request, reply, { reading, shown, token: randomUUID() });
  }

  @Post()
  async save(@Body() body: unknown, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const all = submittedValues(body);
    const values = pickFields(all, names);
    const reading = await this.customers.read(textIn(all, 'customer'));
    const sent: Sent = { reading, values, token: readToken(all) };
    const step = textIn(all, 'step');
    try {
      if (step === 'change') return this.sendForm(request, reply, { ...sent, shown: form(values) });
      if (step === 'record') return await this.record(request, reply, sent, textIn(all, 'seenPlan'));
      return this.sendCheck(request, reply, sent);
    } catch (error) {
      const errors = refusedFields(error, names);
      return this.sendForm(request, reply, { ...sent, shown: form(values, errors) });
    }
  }

  private async record(request: FastifyRequest, reply: FastifyReply, sent: Sent, seenPlan: string) {
    const { reading, values, token } = sent;
    const actor = actorOf(request);
    const customerId = reading.customer.id;
    try {
      const id = await this.runOnce.run(
        actor,
        token,
        { ...values, customerId, seenPlan },
        async (manager) => {
          const payment = { ...readPaymentForm(values, 'the amount received'), customerId, seenPlan };
          const recorded = await this.payments.add(manager, actor, { ...payment, choice: choiceIn(values) });
          return recorded.id;
        },
      );
      return this.site.redirect(reply, paymentPath(id), {
        type: 'success',
        text: `The payment from ${reading.customer.name} is recorded, and its receipt issued.`,
      });
    } catch (error) {
      if (!(error instanceof Problem) || error.code !== 'settled-meanwhile') throw error;
      const now = await this.customers.read(customerId);
      return this.sendCheck(request, reply, { ...sent, reading: now }, error.detail);
    }
  }

  /** What would become of the payment. @param notice why it is shown once more */
  private sendCheck(request: FastifyRequest, reply: FastifyReply, sent: Sent, notice: string | null = null) {
    const { reading, values, token } = sent;
    const input = readPaymentForm(values, 'the amount received');
    const planned = this.plans.run(reading.account, input, choiceIn(values));
    const page = {
      title: `Check the payment of ${moneyInWords(planned.details.pence)}`,
      noIndex: true,
      before: <BackLink href={customerPath(reading.customer.id)}>Statement of account</BackLink>,
      main: (
        <CheckPaymentView
          reading={reading}
          planned={planned}
          hidden={{
            ...values,
            customer: reading.customer.id,
            once: token,
            seenPlan: planKey(planned.plan),
          }}
          notice={notice}
        />
      ),
    };
    return this.site.send(request, reply, page, notice === null ? 200 : 409);
  }

  private sendForm(
    request: FastifyRequest,
    reply: FastifyReply,
    { reading, shown, token }: Omit<Sent, 'values'> & { readonly shown: Form },
  ) {
    const hasErrors = shown.errors.length > 0;
    const page = {
      title: `Record a payment from ${reading.customer.name}`,
      hasErrors,
      noIndex: true,
      before: <BackLink href={customerPath(reading.customer.id)}>Statement of account</BackLink>,
      main: <NewPaymentView reading={reading} form={shown} token={token} />,
    };
    return this.site.send(request, reply, page, hasErrors ? 422 : 200);
  }
}

/** @throws Problem 422 where invoices were to be chosen and none is */
function choiceIn(values: SubmittedValues): Choice {
  const which = choices.find((each) => each === textIn(values, 'which')) ?? 'oldest';
  if (which !== 'chosen') return { which };
  const invoiceIds = allValues(values, 'invoiceIds');
  if (invoiceIds.length === 0) throw noSuchInvoice('Tick the invoices that it pays.');
  return { which, invoiceIds };
}
