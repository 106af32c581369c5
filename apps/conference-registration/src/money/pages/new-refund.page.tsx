import { randomUUID } from 'node:crypto';
import { Body, Controller, Get, Post, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { actorOf, RunOnce } from '#platform';
import {
  BackLink,
  form,
  FormPage,
  moneyInWords,
  pickFields,
  readToken,
  refusedFields,
  Site,
  submittedValues,
  textIn,
  type Form,
} from '#ui';
import { customerPath, customersPath, newRefundPath, paymentPath } from '../addresses.js';
import { idOf, type ListQuery } from '../domain/invoice-list.js';
import { RecordRefund } from '../payments/record-refund.js';
import { ReadCustomer, type CustomerReading } from '../reading/read-customer.js';
import { PaymentFields, paymentNames } from './payment-fields.js';
import { readPaymentForm } from './read-payment-form.js';

/** Records money that went back to a customer. */
@Controller('conference/money/refunds/new')
export class NewRefundPage {
  constructor(
    private readonly site: Site,
    private readonly customers: ReadCustomer,
    private readonly refunds: RecordRefund,
    private readonly runOnce: RunOnce,
  ) {}

  @Get()
  async show(@Query() query: ListQuery, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const customerId = idOf(query, 'customer');
    if (customerId === null) {
      return this.site.redirect(reply, `${customersPath}?credit=left`, {
        type: 'important',
        text: 'Choose who was paid back.',
      });
    }
    const reading = await this.customers.read(customerId);
    if (reading.creditPence === 0) {
      return this.site.redirect(reply, customerPath(customerId), {
        type: 'important',
        text: `${reading.customer.name} has no credit to pay back. Issue a credit note first.`,
      });
    }
    return this.sendForm(request, reply, reading, form({ method: 'bank-transfer' }), randomUUID());
  }

  @Post()
  async save(@Body() body: unknown, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const sent = submittedValues(body);
    const values = pickFields(sent, paymentNames);
    const reading = await this.customers.read(textIn(sent, 'customer'));
    const { id: customerId, name } = reading.customer;
    const actor = actorOf(request);
    const token = readToken(sent);
    try {
      const refund = { ...readPaymentForm(values, 'the amount paid back'), customerId };
      const id = await this.runOnce.run(actor, token, { ...values, customerId, kind: 'refund' }, (manager) =>
        this.refunds.add(manager, actor, refund),
      );
      return this.site.redirect(reply, paymentPath(id), {
        type: 'success',
        text: `The refund to ${name} is recorded.`,
      });
    } catch (error) {
      const shown = form(values, refusedFields(error, paymentNames));
      return this.sendForm(request, reply, reading, shown, token);
    }
  }

  private sendForm(
    request: FastifyRequest,
    reply: FastifyReply,
    { customer, creditPence }: CustomerReading,
    shown: Form,
    token: string,
  ) {
    const hasErrors = shown.errors.length > 0;
    const heading = `Record a refund to ${customer.name}`;
    const page = {
      title: heading,
      hasErrors,
      noIndex: true,
      before: <BackLink href={customerPath(customer.id)}>Statement of account</BackLink>,
      main: (
        <FormPage
          heading={heading}
          action={newRefundPath}
          form={shown}
          hidden={{ customer: customer.id, once: token }}
          saveLabel="Record the refund"
          cancelPath={customerPath(customer.id)}
        >
          <p class="govuk-body">Pay the money back at the bank first, then record it here.</p>
          <PaymentFields
            form={shown}
            amountLabel="How much was paid back?"
            amountHint={`There is ${moneyInWords(creditPence)} of credit.`}
          />
        </FormPage>
      ),
    };
    return this.site.send(request, reply, page, hasErrors ? 422 : 200);
  }
}
