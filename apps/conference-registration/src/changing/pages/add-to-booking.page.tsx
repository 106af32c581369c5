import { createHash, randomUUID } from 'node:crypto';
import { Body, Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { actorOf, RunOnce } from '#platform';
import { form, plural, readToken, submittedValues, textIn, withErrors, type Form } from '#ui';
import type { OpenBooking } from '../../booking-page/booking-frame.js';
import { bookingPath } from '../../bookings/addresses.js';
import { FindTicketChoices } from '../../delegates/ticket-choices.js';
import { AddToBooking } from '../add-to-booking.js';
import { AddCheckView, AddToBookingView } from './add-to-booking.view.js';
import { ChangeFrame, overrideIn, refusalWithWayPast } from './change-frame.js';
import { expectedIn } from './expected-in.js';
import { readNewcomers } from './read-newcomers.js';

/** Adds delegates to a confirmed booking, once it was seen what they cost. */
@Controller('conference/bookings/:key/add')
export class AddToBookingPage {
  constructor(
    private readonly frame: ChangeFrame,
    private readonly choices: FindTicketChoices,
    private readonly addToBooking: AddToBooking,
    private readonly runOnce: RunOnce,
  ) {}

  @Get()
  async show(@Param('key') key: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const open = await this.frame.open(request, reply, key);
    return open === null ? reply : this.sendForm(request, reply, open, form());
  }

  @Post()
  async add(
    @Param('key') key: string,
    @Body() body: unknown,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const open = await this.frame.open(request, reply, key);
    if (open === null) return reply;
    const values = submittedValues(body);
    const actor = actorOf(request);
    const override = overrideIn(textIn(values, 'override'));
    const expected = expectedIn(values);
    const token = readToken(values);
    try {
      if (expected === null) {
        const newcomers = readNewcomers(open, values);
        const trial = await this.addToBooking.preview(actor, key, newcomers, override);
        const main = <AddCheckView open={open} trial={trial} values={{ ...values, once: randomUUID() }} />;
        const title = `Add ${plural(newcomers.length, 'delegate')}?`;
        return this.frame.send(request, reply, open, { title, form: form(values), main });
      }
      const sent = { key, sent: createHash('sha256').update(JSON.stringify(values)).digest('hex') };
      const added = await this.runOnce.run(actor, token, sent, async (manager) => {
        const newcomers = readNewcomers(open, values);
        const { delegates } = await this.addToBooking.within(
          manager,
          actor,
          key,
          newcomers,
          expected,
          override,
        );
        return String(delegates.length);
      });
      return this.frame.redirect(
        reply,
        bookingPath(key),
        `${plural(Number(added), 'delegate')} added. We have written to those who have an address here.`,
      );
    } catch (error) {
      const { status, errors } = refusalWithWayPast(open, error);
      return this.sendForm(request, reply, open, withErrors(form(values), errors), status);
    }
  }

  private async sendForm(
    request: FastifyRequest,
    reply: FastifyReply,
    open: OpenBooking,
    shown: Form,
    status = 200,
  ) {
    const main = <AddToBookingView open={open} choices={await this.choices.of(open, null)} form={shown} />;
    return this.frame.send(request, reply, open, { title: 'Add delegates', form: shown, main }, status);
  }
}
