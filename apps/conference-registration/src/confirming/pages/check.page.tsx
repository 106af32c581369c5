import { Body, Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { actorOf } from '#platform';
import { form, FormErrors, submittedValues, textIn, type Form } from '#ui';
import { BookingFrame, refusalOn, type OpenBooking } from '../../booking-page/booking-frame.js';
import { stillMissing } from '../../booking-page/still-missing.js';
import { ConfirmBooking } from '../confirm-booking.js';
import { CheckView } from './check.view.js';

/** Where everything is looked at once more, and the booking is confirmed. */
@Controller('conference/bookings/:key')
export class CheckPage {
  constructor(
    private readonly frame: BookingFrame,
    private readonly confirmBooking: ConfirmBooking,
  ) {}

  @Get('check')
  async show(@Param('key') key: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const open = await this.frame.open(request, key);
    if (open.standing === 'done') return this.frame.redirect(reply, open.path);
    const [missing] = stillMissing(open);
    if (open.standing === 'out-of-time' || missing !== undefined) {
      const text =
        open.standing === 'out-of-time' || missing === undefined
          ? 'Take the places again first.'
          : `There is something to do first: ${missing.message}`;
      return this.frame.redirect(reply, open.path, { type: 'important', text });
    }
    return this.sendPage(request, reply, open, form());
  }

  @Post('confirm')
  async confirm(
    @Param('key') key: string,
    @Body() body: unknown,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const values = submittedValues(body);
    const total = textIn(values, 'total');
    try {
      const { details, isNew } = await this.confirmBooking.run(actorOf(request), key, {
        expectedGrossPence: /^\d{1,12}$/.test(total) ? Number(total) : -1,
        areTermsAccepted: textIn(values, 'terms') === 'yes',
      });
      const open = await this.frame.open(request, key);
      if (!isNew) return this.frame.redirect(reply, open.path);
      return this.frame.redirect(
        reply,
        open.path,
        details.booking.status === 'applied'
          ? 'We have your application. A mail with the details is on its way.'
          : 'Your booking is confirmed. A mail with the details is on its way.',
      );
    } catch (error) {
      const { status, errors } = refusalOn(error);
      const open = await this.frame.open(request, key);
      if (open.standing === 'done' || stillMissing(open).length > 0) {
        const text = errors.map(({ message }) => message).join(' ');
        return this.frame.redirect(reply, open.path, { type: 'important', text });
      }
      return this.sendPage(request, reply, open, form(values, errors), status);
    }
  }

  private sendPage(
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
        title: 'Check your answers',
        hasErrors: shown.errors.length > 0,
        main: (
          <>
            <FormErrors form={shown} />
            <CheckView open={open} form={shown} />
          </>
        ),
      },
      status,
    );
  }
}
