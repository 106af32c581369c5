import { Body, Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { DataSource } from 'typeorm';
import { actorOf, Problem } from '#platform';
import {
  BackLink,
  form,
  listInWords,
  pickFields,
  refusedFields,
  Site,
  submittedValues,
  textIn,
  type Form,
} from '#ui';
import { bookingPath } from '../../../bookings/addresses.js';
import type { BookingRow } from '../../../bookings/booking.entity.js';
import { FindBooking } from '../../../bookings/find-booking.js';
import { EnterPurchaseOrder, mustBeBooked } from '../enter-purchase-order.js';
import { FindOtherOrders } from '../find-other-orders.js';
import { PurchaseOrderView } from './purchase-order.view.js';

const names = ['purchaseOrder', 'again'];

/** Enters a booking's purchase order, also after its invoice was issued. */
@Controller('conference/bookings/:key/purchase-order')
export class PurchaseOrderPage {
  constructor(
    private readonly site: Site,
    private readonly findBooking: FindBooking,
    private readonly otherOrders: FindOtherOrders,
    private readonly enterOrder: EnterPurchaseOrder,
    @InjectDataSource() private readonly dataSource: DataSource,
  ) {}

  @Get()
  async show(@Param('key') key: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const booking = await this.findBooking.forReading(actorOf(request), key);
    try {
      mustBeBooked(booking);
    } catch (error) {
      return this.back(reply, key, error);
    }
    const shown = form({ purchaseOrder: booking.purchaseOrder ?? '', again: 'no' });
    return this.sendForm(request, reply, key, booking, shown);
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
      const { booking, issuedAgain } = await this.enterOrder.run(actorOf(request), key, input);
      const again =
        issuedAgain.length === 0
          ? ''
          : ` It is on ${listInWords(issuedAgain)}, in place of what was issued before.`;
      return this.site.redirect(reply, bookingPath(key), {
        type: 'success',
        text: `The purchase order is ${booking.purchaseOrder}.${again}`,
      });
    } catch (error) {
      if (error instanceof Problem && error.status === 409) return this.back(reply, key, error);
      const shown = form(values, refusedFields(error, names));
      const booking = await this.findBooking.forReading(actorOf(request), key);
      return this.sendForm(request, reply, key, booking, shown);
    }
  }

  /** To the booking, with what a use case refused. @throws whatever else the error was */
  private back(reply: FastifyReply, key: string, error: unknown) {
    if (!(error instanceof Problem) || error.status !== 409) throw error;
    return this.site.redirect(reply, bookingPath(key), { type: 'important', text: error.detail });
  }

  private async sendForm(
    request: FastifyRequest,
    reply: FastifyReply,
    key: string,
    booking: BookingRow,
    shown: Form,
  ) {
    const invoices = await this.otherOrders.of(this.dataSource.manager, booking.id, booking.purchaseOrder);
    const hasErrors = shown.errors.length > 0;
    const page = {
      title: 'Purchase order',
      hasErrors,
      noIndex: true,
      before: <BackLink href={bookingPath(key)}>Your booking</BackLink>,
      main: <PurchaseOrderView bookingKey={key} booking={booking} invoices={invoices} form={shown} />,
    };
    return this.site.send(request, reply, page, hasErrors ? 422 : 200);
  }
}
