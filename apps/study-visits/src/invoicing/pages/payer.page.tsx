import { Body, Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { actorOf, Problem } from '#platform';
import { BackLink, form, FormPage, pickFields, refusedFields, Site, submittedValues, type Form } from '#ui';
import { OpenTraveller, type OpenedTraveller } from '../../travellers/open-traveller.js';
import { payerPath, visitMoneyPath } from '../addresses.js';
import { ReadMoney } from '../read-money.js';
import { SayPayer } from '../say-payer.js';
import { LastPayer } from '../last-payer.js';
import { payerInput } from './own-money.page.js';
import { filledFor, PayerFields, payerNames } from './payer-fields.js';

/** Staff say who pays for a traveller, upon which the invoices are asked for. */
@Controller('visits/manage/:id/money/:travellerId')
export class PayerPage {
  constructor(
    private readonly site: Site,
    private readonly travellers: OpenTraveller,
    private readonly money: ReadMoney,
    private readonly sayPayer: SayPayer,
    private readonly payers: LastPayer,
  ) {}

  @Get()
  async show(
    @Param('id') visitId: string,
    @Param('travellerId') travellerId: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const opened = await this.travellers.read({ visitId, travellerId });
    const [money] = await this.money.of(opened.visit, [opened.traveller]);
    if (money?.isPayerMissing !== true) {
      return this.site.redirect(reply, visitMoneyPath(visitId), {
        type: 'important',
        text: `There is nothing to say about who pays for ${opened.traveller.name}: the invoices were asked for, or the place costs nothing.`,
      });
    }
    const { organisationId } = opened.traveller;
    const last = organisationId === null ? null : await this.payers.ofOrganisation(organisationId);
    return this.send(request, reply, opened, form(filledFor(opened.traveller, last)));
  }

  @Post()
  async save(
    @Param('id') visitId: string,
    @Param('travellerId') travellerId: string,
    @Body() body: unknown,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const values = pickFields(submittedValues(body), [...payerNames]);
    const which = { visitId, travellerId };
    try {
      await this.sayPayer.run(which, payerInput(values), actorOf(request).requestId);
      return this.site.redirect(reply, visitMoneyPath(visitId), {
        type: 'success',
        text: 'The invoices are asked for. They stand here in a moment.',
      });
    } catch (error) {
      if (error instanceof Problem && error.status === 409) {
        return this.site.redirect(reply, visitMoneyPath(visitId), { type: 'important', text: error.detail });
      }
      const shown = form(values, refusedFields(error, [...payerNames]));
      return this.send(request, reply, await this.travellers.read(which), shown);
    }
  }

  private send(
    request: FastifyRequest,
    reply: FastifyReply,
    { traveller, visit }: OpenedTraveller,
    shown: Form,
  ) {
    const hasErrors = shown.errors.length > 0;
    const page = {
      title: `Who pays for ${traveller.name}?`,
      hasErrors,
      noIndex: true,
      before: <BackLink href={visitMoneyPath(visit.id)}>Money</BackLink>,
      main: (
        <FormPage
          heading={`Who pays for ${traveller.name}?`}
          action={payerPath(visit.id, traveller.id)}
          form={shown}
          saveLabel="Ask for the invoices"
          cancelPath={visitMoneyPath(visit.id)}
        >
          <p class="govuk-body">
            The invoices for the place on {visit.title} are asked for with it, and mailed to the traveller.
          </p>
          <PayerFields
            form={shown}
            organisationName={traveller.organisationId === null ? null : traveller.organisationName}
            isOwn={false}
          />
        </FormPage>
      ),
    };
    return this.site.send(request, reply, page, hasErrors ? 422 : 200);
  }
}
