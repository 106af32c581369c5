import { Body, Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { DataSource } from 'typeorm';
import { actorOf, Problem } from '#platform';
import {
  BackLink,
  field,
  form,
  FormPage,
  Input,
  pickFields,
  Radios,
  refusedFields,
  Site,
  submittedValues,
  textIn,
  type Form,
} from '#ui';
import { visitInvoicePath, visitOrderPath } from '../addresses.js';
import { EnterVisitOrder } from '../enter-visit-order.js';
import { FindVisitCharge } from '../find-visit-charge.js';
import type { VisitChargeRow } from '../visit-charge.entity.js';

const names = ['purchaseOrder', 'again'];

/** Enters the purchase order for a place on a study visit, also after its invoice was issued. */
@Controller('conference/visit-invoices/:key/purchase-order')
export class VisitOrderPage {
  constructor(
    private readonly site: Site,
    private readonly charges: FindVisitCharge,
    private readonly enterOrder: EnterVisitOrder,
    @InjectDataSource() private readonly dataSource: DataSource,
  ) {}

  @Get()
  async show(@Param('key') key: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const charge = await this.charges.forReading(actorOf(request), key);
    const again = charge.purchaseOrder === null ? 'yes' : 'no';
    return this.sendForm(
      request,
      reply,
      key,
      charge,
      form({ purchaseOrder: charge.purchaseOrder ?? '', again }),
    );
  }

  @Post()
  async save(
    @Param('key') key: string,
    @Body() body: unknown,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const values = pickFields(submittedValues(body), names);
    const input = {
      purchaseOrder: textIn(values, 'purchaseOrder'),
      isIssuedAgain: textIn(values, 'again') === 'yes',
    };
    try {
      const { purchaseOrder, issuedAgain } = await this.enterOrder.run(actorOf(request), key, input);
      const again =
        issuedAgain === null ? '' : ` It is on ${issuedAgain}, in place of what was issued before.`;
      return this.site.redirect(reply, visitInvoicePath(key), {
        type: 'success',
        text: `The purchase order is ${purchaseOrder}.${again}`,
      });
    } catch (error) {
      if (error instanceof Problem && error.status === 409) {
        return this.site.redirect(reply, visitInvoicePath(key), { type: 'important', text: error.detail });
      }
      const shown = form(values, refusedFields(error, names));
      const charge = await this.charges.forReading(actorOf(request), key);
      return this.sendForm(request, reply, key, charge, shown);
    }
  }

  private async sendForm(
    request: FastifyRequest,
    reply: FastifyReply,
    key: string,
    charge: VisitChargeRow,
    shown: Form,
  ) {
    const invoice = await this.enterOrder.other(this.dataSource.manager, charge);
    const hasErrors = shown.errors.length > 0;
    const page = {
      title: 'Purchase order',
      hasErrors,
      noIndex: true,
      before: <BackLink href={visitInvoicePath(key)}>What there is to pay</BackLink>,
      main: <VisitOrderView addressKey={key} charge={charge} invoice={invoice?.label ?? null} form={shown} />,
    };
    return this.site.send(request, reply, page, hasErrors ? 422 : 200);
  }
}

interface VisitOrderProps {
  readonly addressKey: string;
  readonly charge: VisitChargeRow;
  /** The number of the invoice that has another number, or none; `null`: there is none. */
  readonly invoice: string | null;
  readonly form: Form;
}

/** The purchase order's number, and whether the invoice is to have it. */
function VisitOrderView({ addressKey, charge, invoice, form: shown }: VisitOrderProps) {
  return (
    <FormPage
      heading={charge.purchaseOrder === null ? 'Enter the purchase order' : 'Change the purchase order'}
      action={visitOrderPath(addressKey)}
      form={shown}
      saveLabel="Save the purchase order"
      cancelPath={visitInvoicePath(addressKey)}
    >
      <Input
        label="Number of the purchase order"
        hint="Your organisation’s own, for this place on the study visit"
        classes="govuk-input--width-20"
        spellcheck={false}
        autocomplete="off"
        {...field(shown, 'purchaseOrder')}
      />
      {invoice !== null && (
        <Radios
          {...field(shown, 'again')}
          fieldset={{
            legend: {
              text: 'Is the number to stand on the invoice?',
              classes: 'govuk-fieldset__legend--s',
            },
          }}
          items={[
            {
              value: 'yes',
              text: `Yes, issue ${invoice} again with the number`,
              hint: 'An issued invoice never changes: a credit note takes back the old one, and what was paid counts for the new.',
            },
            { value: 'no', text: `No, keep ${invoice} as it is`, hint: 'We note the number with the place.' },
          ]}
        />
      )}
    </FormPage>
  );
}
