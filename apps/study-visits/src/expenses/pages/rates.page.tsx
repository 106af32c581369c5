import { randomUUID } from 'node:crypto';
import { Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Temporal } from 'temporal-polyfill';
import { actorOf, RunOnce } from '#platform';
import {
  BackLink,
  Button,
  dateField,
  DateInput,
  dateInWords,
  dateNames,
  EmptyState,
  field,
  form,
  Input,
  pickFields,
  readDay,
  readToken,
  refusedFields,
  ResponsiveTable,
  Select,
  Site,
  submittedValues,
  textIn,
  type Form,
  type SubmittedValues,
} from '#ui';
import { managePath } from '../../visits/addresses.js';
import type { Visit } from '../../visits/domain/visit.js';
import { FindVisit } from '../../visits/find-visit.js';
import { VisitForms, isProblem } from '../../visits/pages/visit-forms.js';
import { VisitFrame } from '../../visits/pages/visit-frame.js';
import { expensesPath } from '../addresses.js';
import { currencyCodes, ownCurrency } from '../domain/currencies.js';
import type { ExpenseRateRow } from '../expense.entities.js';
import { currencyInWords, rateInWords } from '../in-words.js';
import { KeepRates, type RateInput } from '../keep-rates.js';

const names = ['currency', ...dateNames('fromDay'), 'perPound', 'source'];

/** What currencies are worth on a visit, as staff state it. */
@Controller('visits/manage/:id/expenses/rates')
export class RatesPage {
  constructor(
    private readonly site: Site,
    private readonly forms: VisitForms,
    private readonly visits: FindVisit,
    private readonly rates: KeepRates,
    private readonly runOnce: RunOnce,
  ) {}

  @Get()
  async show(@Param('id') id: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const visit = await this.visits.byId(id);
    return this.site.send(request, reply, {
      title: `Exchange rates: ${visit.title}`,
      noIndex: true,
      before: <BackLink href={managePath}>Look after the visits</BackLink>,
      main: <RatesView visit={visit} rates={await this.rates.of(visit.id)} />,
    });
  }

  @Get('new')
  async showNew(@Param('id') id: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const visit = await this.visits.byId(id);
    return this.ask(request, reply, visit, form({ currency: 'EUR' }), randomUUID());
  }

  @Post('new')
  async add(@Param('id') id: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const sent = submittedValues(request.body);
    const values = pickFields(sent, names);
    const token = readToken(sent);
    const actor = actorOf(request);
    const visit = await this.visits.byId(id);
    try {
      await this.runOnce.run(actor, token, { ...values, id }, async (manager) => {
        const rate = await this.rates.add(manager, actor, visit.id, readRate(values));
        return rate.id;
      });
      return this.forms.done(reply, visit.id, 'expenses/rates', 'The rate is stated.');
    } catch (error) {
      return this.ask(request, reply, visit, form(values, refusedFields(error, names)), token);
    }
  }

  @Get(':rateId/delete')
  async showDelete(
    @Param('id') visitId: string,
    @Param('rateId') id: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const visit = await this.visits.byId(visitId);
    const rate = await this.rates.one(visit.id, id);
    return this.forms.send(request, reply, {
      visit,
      heading: `Delete the rate ${rateInWords(rate)}?`,
      part: `expenses/rates/${rate.id}/delete`,
      backPart: 'expenses/rates',
      form: form(),
      saveLabel: 'Delete the rate',
      isWarning: true,
      cancelLabel: 'Keep it',
      children: (
        <p class="govuk-body">
          Expenses that were sent keep it. Those that are only written count by another rate when they are
          sent, or cannot be sent while their day has none.
        </p>
      ),
    });
  }

  @Post(':rateId/delete')
  async remove(
    @Param('id') visitId: string,
    @Param('rateId') id: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    try {
      await this.rates.remove(actorOf(request), visitId, id);
      return await this.forms.done(reply, visitId, 'expenses/rates', 'The rate is deleted.');
    } catch (error) {
      // A second press of the button: what it asks for is done.
      if (!isProblem(error, 404)) throw error;
      await this.visits.byId(visitId);
      return this.forms.undone(reply, visitId, 'expenses/rates', 'There is no such rate any more.');
    }
  }

  private ask(request: FastifyRequest, reply: FastifyReply, visit: Visit, shown: Form, token: string) {
    return this.forms.send(
      request,
      reply,
      {
        visit,
        heading: 'State a rate',
        part: 'expenses/rates/new',
        backPart: 'expenses/rates',
        form: shown,
        hidden: { once: token },
        saveLabel: 'State the rate',
        children: <RateFields form={shown} />,
      },
      shown.errors.length > 0 ? 422 : 200,
    );
  }
}

const readRate = (values: SubmittedValues): RateInput => ({
  currency: textIn(values, 'currency'),
  fromDay: readDay(values, 'fromDay', 'the day from which it holds'),
  perPound: textIn(values, 'perPound'),
  source: textIn(values, 'source'),
});

function RateFields({ form: shown }: { readonly form: Form }) {
  return (
    <>
      <Select
        {...field(shown, 'currency')}
        label="Currency"
        items={currencyCodes
          .filter((currency) => currency !== ownCurrency)
          .map((currency) => ({ value: currency, text: currencyInWords(currency) }))}
      />
      <DateInput
        {...dateField(shown, 'fromDay')}
        fieldset={{ legend: 'From which day does it hold?' }}
        hint="Until the day of the next rate of the same currency."
      />
      <Input
        {...field(shown, 'perPound')}
        label="How much of it does £1 buy?"
        hint="For example, 1.1712."
        inputmode="decimal"
        classes="govuk-input--width-10"
      />
      <Input
        {...field(shown, 'source')}
        label="Where is it from?"
        hint="For example, HMRC, monthly rates, March 2024."
      />
    </>
  );
}

interface RatesViewProps {
  readonly visit: Visit;
  readonly rates: readonly ExpenseRateRow[];
}

function RatesView({ visit, rates }: RatesViewProps) {
  const path = expensesPath(visit.id, 'rates');
  const day = (iso: string) => dateInWords(Temporal.PlainDate.from(iso), { weekday: false });
  return (
    <VisitFrame visit={visit} heading="Exchange rates" current="expenses">
      <p class="govuk-body">
        An expense counts at the rate that holds on the day on which it was paid, rounded once to the nearest
        penny, a half to the even one.{' '}
        <a class="govuk-link" href={expensesPath(visit.id)}>
          To the expenses
        </a>
      </p>
      <Button href={`${path}/new`}>State a rate</Button>
      {rates.length === 0 ? (
        <EmptyState titleText="No rates yet">
          <p class="govuk-body">
            While a currency has no rate, nobody can write down an expense in it: state what £1 buys, from
            which day, and where that is from.
          </p>
        </EmptyState>
      ) : (
        <ResponsiveTable
          caption="Rates, by currency, the latest first"
          captionClasses="govuk-visually-hidden"
          columns={[
            { key: 'rate', heading: 'Rate' },
            { key: 'from', heading: 'From' },
            { key: 'source', heading: 'Where it is from' },
            { key: 'by', heading: 'Stated by' },
            { key: 'delete', heading: 'Delete' },
          ]}
          rows={rates.map((rate) => [
            rateInWords(rate),
            day(rate.fromDay),
            <bdi>{rate.source}</bdi>,
            <bdi>{rate.statedByName}</bdi>,
            <a class="govuk-link" href={`${path}/${rate.id}/delete`}>
              Delete
              <span class="govuk-visually-hidden">
                : {rate.currency} from {day(rate.fromDay)}
              </span>
            </a>,
          ])}
        />
      )}
    </VisitFrame>
  );
}
