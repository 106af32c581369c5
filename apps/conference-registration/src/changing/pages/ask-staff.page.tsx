import { randomUUID } from 'node:crypto';
import { Body, Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { actorOf, RunOnce } from '#platform';
import { field, form, FormPage, readToken, submittedValues, Textarea, textIn, type Form } from '#ui';
import { BookingFrame, refusalOn, type OpenBooking } from '../../booking-page/booking-frame.js';
import { bookingPath } from '../../bookings/addresses.js';
import { askStaffPath } from '../addresses.js';
import { AskStaff } from '../ask-staff.js';

/** Asks the staff for what whoever booked cannot do by themselves. */
@Controller('conference/bookings/:key/ask')
export class AskStaffPage {
  constructor(
    private readonly frame: BookingFrame,
    private readonly askStaff: AskStaff,
    private readonly runOnce: RunOnce,
  ) {}

  @Get()
  async show(@Param('key') key: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const open = await this.frame.open(request, key);
    return this.sendForm(request, reply, open, form(), randomUUID());
  }

  @Post()
  async ask(
    @Param('key') key: string,
    @Body() body: unknown,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const values = submittedValues(body);
    const message = textIn(values, 'message');
    const token = readToken(values);
    const actor = actorOf(request);
    try {
      await this.runOnce.run(actor, token, { key, message }, async (manager) => {
        await this.askStaff.within(manager, actor, key, message);
        return key;
      });
      return this.frame.redirect(
        reply,
        bookingPath(key),
        'Your question is with the staff. They answer by mail or change the booking for you.',
      );
    } catch (error) {
      const { status, errors } = refusalOn(error);
      const open = await this.frame.open(request, key);
      return this.sendForm(request, reply, open, form({ message }, errors), token, status);
    }
  }

  private sendForm(
    request: FastifyRequest,
    reply: FastifyReply,
    open: OpenBooking,
    shown: Form,
    token: string,
    status = 200,
  ) {
    return this.frame.send(
      request,
      reply,
      open,
      {
        title: 'Ask the staff about this booking',
        hasErrors: shown.errors.length > 0,
        main: (
          <FormPage
            heading="Ask the staff about this booking"
            action={askStaffPath(open.key)}
            form={shown}
            hidden={{ once: token }}
            saveLabel="Send the question"
            cancelPath={open.path}
          >
            <p class="govuk-body">
              The staff of the conference can also do what you cannot do any more. They see the booking, so
              you need not say which it is.
            </p>
            <Textarea
              {...field(shown, 'message')}
              label="What do you need?"
              hint="Nothing about anybody’s health or needs: put that into their answers, which few people see."
              rows={6}
            />
          </FormPage>
        ),
      },
      status,
    );
  }
}
