import { Body, Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { actorOf } from '#platform';
import { form, FormErrors, submittedValues, textIn, type Form } from '#ui';
import { costOfBooking } from '../../booking-page/booking-details.js';
import { BookingFrame, refusalOn, type OpenBooking } from '../../booking-page/booking-frame.js';
import { ChoosePayment } from '../choose-payment.js';
import { UsualBillTo } from '../usual-bill-to.js';
import { PaymentView } from './payment.view.js';

/** How a booking will be paid, and to whom the invoice goes. */
@Controller('conference/bookings/:key/payment')
export class PaymentPage {
  constructor(
    private readonly frame: BookingFrame,
    private readonly usual: UsualBillTo,
    private readonly choosePayment: ChoosePayment,
  ) {}

  @Get()
  async show(@Param('key') key: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const open = await this.frame.open(request, key);
    if (open.standing === 'done' || costOfBooking(open).grossPence === 0) {
      return this.frame.redirect(reply, open.path);
    }
    const { booking } = open;
    const billTo = booking.billTo ?? (await this.usual.of(booking));
    const usualPayment = booking.bookedFor === 'organisation' ? 'invoice' : 'transfer';
    return this.sendForm(
      request,
      reply,
      open,
      form({
        payment: booking.payment === null || booking.payment === 'nothing' ? usualPayment : booking.payment,
        purchaseOrder: booking.purchaseOrder ?? '',
        'billTo.name': billTo.name,
        'billTo.address': billTo.address,
        'billTo.email': billTo.email ?? '',
      }),
    );
  }

  @Post()
  async save(
    @Param('key') key: string,
    @Body() body: unknown,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const values = submittedValues(body);
    try {
      await this.choosePayment.run(actorOf(request), key, {
        payment: textIn(values, 'payment'),
        purchaseOrder: textIn(values, 'purchaseOrder'),
        billTo: {
          name: textIn(values, 'billTo.name'),
          address: textIn(values, 'billTo.address'),
          email: textIn(values, 'billTo.email'),
        },
      });
      const open = await this.frame.open(request, key);
      return this.frame.redirect(reply, open.path, 'How the booking will be paid is saved.');
    } catch (error) {
      const { status, errors } = refusalOn(error);
      const open = await this.frame.open(request, key);
      return this.sendForm(request, reply, open, form(values, errors), status);
    }
  }

  private sendForm(
    request: FastifyRequest,
    reply: FastifyReply,
    open: OpenBooking,
    shown: Form,
    status = 200,
  ) {
    return this.frame.send(
      request,
      reply,
      open,
      {
        title: 'How it is paid',
        hasErrors: shown.errors.length > 0,
        main: (
          <>
            <FormErrors form={shown} />
            <PaymentView open={open} form={shown} />
          </>
        ),
      },
      status,
    );
  }
}
