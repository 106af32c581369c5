import { randomUUID } from 'node:crypto';
import { Body, Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { actorOf, Problem, RunOnce } from '#platform';
import {
  allValues,
  BackLink,
  Checkboxes,
  field,
  form,
  FormPage,
  moneyInWords,
  pickFields,
  readToken,
  refusedFields,
  Site,
  submittedValues,
  type Form,
} from '#ui';
import { customerPath, useCreditPath } from '../addresses.js';
import { noSuchInvoice } from '../payments/record-payment.js';
import { UseCredit } from '../payments/use-credit.js';
import { ReadCustomer, type CustomerReading } from '../reading/read-customer.js';
import { dayInWords } from './words.js';

/** Puts a customer's credit to their invoices. */
@Controller('conference/money/customers/:id/credit')
export class UseCreditPage {
  constructor(
    private readonly site: Site,
    private readonly customers: ReadCustomer,
    private readonly credit: UseCredit,
    private readonly runOnce: RunOnce,
  ) {}

  @Get()
  async show(@Param('id') id: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const reading = await this.customers.read(id);
    const { account } = reading;
    if (account.credits.length === 0 || account.invoices.length === 0) {
      const lacking = account.credits.length === 0 ? 'no credit left' : 'no invoice to pay';
      return this.site.redirect(reply, customerPath(id), {
        type: 'important',
        text: `${reading.customer.name} has ${lacking}.`,
      });
    }
    return this.sendForm(request, reply, reading, form(), randomUUID());
  }

  @Post()
  async save(
    @Param('id') id: string,
    @Body() body: unknown,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const sent = submittedValues(body);
    const values = pickFields(sent, ['invoiceIds']);
    const reading = await this.customers.read(id);
    const token = readToken(sent);
    const invoiceIds = allValues(values, 'invoiceIds');
    try {
      if (invoiceIds.length === 0) throw noSuchInvoice('Tick the invoices that the credit is to pay.');
      const actor = actorOf(request);
      await this.runOnce.run(actor, token, { invoiceIds, id }, async (manager) =>
        String(await this.credit.add(manager, actor, { customerId: id, invoiceIds })),
      );
      return this.site.redirect(reply, customerPath(id), { type: 'success', text: 'The credit is used.' });
    } catch (error) {
      if (error instanceof Problem && error.status === 409) {
        return this.site.redirect(reply, customerPath(id), { type: 'important', text: error.detail });
      }
      return this.sendForm(
        request,
        reply,
        reading,
        form(values, refusedFields(error, ['invoiceIds'])),
        token,
      );
    }
  }

  private sendForm(
    request: FastifyRequest,
    reply: FastifyReply,
    { customer, account, creditPence }: CustomerReading,
    shown: Form,
    token: string,
  ) {
    const hasErrors = shown.errors.length > 0;
    const heading = `Use ${moneyInWords(creditPence)} of credit`;
    const page = {
      title: `${heading}: ${customer.name}`,
      hasErrors,
      noIndex: true,
      before: <BackLink href={customerPath(customer.id)}>Statement of account</BackLink>,
      main: (
        <FormPage
          heading={heading}
          action={useCreditPath(customer.id)}
          form={shown}
          hidden={{ once: token }}
          saveLabel="Use the credit"
          cancelPath={customerPath(customer.id)}
        >
          <Checkboxes
            {...field(shown, 'invoiceIds')}
            fieldset={{
              legend: { text: 'Which invoices is it to pay?', classes: 'govuk-fieldset__legend--s' },
            }}
            hint="The first is settled before the next. What is left stays credit."
            items={account.invoices.map(({ id, label, dueOn, outstandingPence }) => ({
              value: id,
              text: `${label}: ${moneyInWords(outstandingPence)} outstanding`,
              hint: `Due ${dayInWords(dueOn)}`,
            }))}
          />
        </FormPage>
      ),
    };
    return this.site.send(request, reply, page, hasErrors ? 422 : 200);
  }
}
