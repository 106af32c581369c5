import { Body, Controller, Get, Param, ParseIntPipe, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { actorOf } from '#platform';
import { Button, field, form, FormErrors, Input, submittedValues, textIn, type Form } from '#ui';
import { BookingFrame, refusalOn, type OpenBooking } from '../../booking-page/booking-frame.js';
import { nameOf } from '../../booking-page/still-missing.js';
import { delegatePath } from '../addresses.js';
import { InviteDelegate } from '../invite-delegate.js';
import { delegateIn } from '../save-delegate.js';

/** Writes to a delegate, who then fills in their own part. */
@Controller('conference/bookings/:key/delegates/:number/invite')
export class InviteDelegatePage {
  constructor(
    private readonly frame: BookingFrame,
    private readonly inviteDelegate: InviteDelegate,
  ) {}

  @Get()
  async ask(
    @Param('key') key: string,
    @Param('number', ParseIntPipe) number: number,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const open = await this.frame.open(request, key);
    if (open.standing === 'done') return this.frame.redirect(reply, open.path);
    const { delegate } = delegateIn(open, number);
    return this.sendForm(request, reply, open, number, form({ email: delegate.email ?? '' }));
  }

  @Post()
  async invite(
    @Param('key') key: string,
    @Param('number', ParseIntPipe) number: number,
    @Body() body: unknown,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const values = submittedValues(body);
    try {
      const email = await this.inviteDelegate.run(actorOf(request), key, number, textIn(values, 'email'));
      const open = await this.frame.open(request, key);
      return this.frame.redirect(
        reply,
        open.path,
        `We have written to ${email}. You see here when it is filled in.`,
      );
    } catch (error) {
      const { status, errors } = refusalOn(error);
      const open = await this.frame.open(request, key);
      return this.sendForm(request, reply, open, number, form(values, errors), status);
    }
  }

  private sendForm(
    request: FastifyRequest,
    reply: FastifyReply,
    open: OpenBooking,
    number: number,
    shown: Form,
    status = 200,
  ) {
    const name = nameOf(delegateIn(open, number));
    const path = delegatePath(open.key, number);
    return this.frame.send(
      request,
      reply,
      open,
      {
        title: `Let ${name} fill in their own part`,
        hasErrors: shown.errors.length > 0,
        back: { href: path, text: name },
        main: (
          <>
            <FormErrors form={shown} />
            <h1 class="govuk-heading-xl">Let {name} fill in their own part</h1>
            <p class="govuk-body">
              We mail them a link. With it they fill in their details and answer the questions; they see
              nobody else in the booking, and no prices. You can still change what they write.
            </p>
            <form method="post" action={`${path}/invite`} novalidate>
              <Input
                {...field(shown, 'email')}
                label="Their email address"
                type="email"
                autocomplete="off"
                spellcheck={false}
              />
              <Button preventDoubleClick>Send the link</Button>
            </form>
          </>
        ),
      },
      status,
    );
  }
}
