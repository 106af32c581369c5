import { Body, Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { actorOf, Problem } from '#platform';
import { BackLink, form, pickFields, refusedFields, Site, submittedValues, textIn, type Form } from '#ui';
import { customerPath, paymentPath } from '../addresses.js';
import { UndoPayment } from '../payments/undo-payment.js';
import { ReadPayment, type PaymentReading } from '../reading/read-payment.js';
import { PaymentView, titleOf } from './payment.view.js';
import { UndoPaymentView } from './undo-payment.view.js';

/** A payment or refund, and the page on which it is taken back. */
@Controller('conference/money/payments/:id')
export class PaymentPage {
  constructor(
    private readonly site: Site,
    private readonly payments: ReadPayment,
    private readonly undoPayment: UndoPayment,
  ) {}

  @Get()
  async show(@Param('id') id: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const reading = await this.payments.read(id);
    return this.site.send(request, reply, {
      title: titleOf(reading),
      noIndex: true,
      before: <BackLink href={customerPath(reading.payment.customerId)}>Statement of account</BackLink>,
      main: <PaymentView reading={reading} />,
    });
  }

  @Get('undo')
  async showUndo(@Param('id') id: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const reading = await this.payments.read(id);
    if (reading.payment.undoneAt !== null) return this.site.redirect(reply, paymentPath(id));
    return this.sendUndo(request, reply, reading, form());
  }

  @Post('undo')
  async undo(
    @Param('id') id: string,
    @Body() body: unknown,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const reading = await this.payments.read(id);
    const values = pickFields(submittedValues(body), ['reason']);
    try {
      await this.undoPayment.run(actorOf(request), id, textIn(values, 'reason'));
      return this.site.redirect(reply, paymentPath(id), {
        type: 'success',
        text: 'It is taken back. What it had settled is outstanding again.',
      });
    } catch (error) {
      if (error instanceof Problem && error.status === 409) {
        return this.site.redirect(reply, paymentPath(id), { type: 'important', text: error.detail });
      }
      return this.sendUndo(request, reply, reading, form(values, refusedFields(error, ['reason'])));
    }
  }

  private sendUndo(request: FastifyRequest, reply: FastifyReply, reading: PaymentReading, shown: Form) {
    const hasErrors = shown.errors.length > 0;
    const page = {
      title: `Take back: ${titleOf(reading)}`,
      hasErrors,
      noIndex: true,
      before: <BackLink href={paymentPath(reading.payment.id)}>{titleOf(reading)}</BackLink>,
      main: <UndoPaymentView reading={reading} form={shown} />,
    };
    return this.site.send(request, reply, page, hasErrors ? 422 : 200);
  }
}
