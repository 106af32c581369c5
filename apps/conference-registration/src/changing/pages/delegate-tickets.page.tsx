import { Body, Controller, Get, Param, ParseIntPipe, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { actorOf } from '#platform';
import { allValues, Button, form, submittedValues, textIn, withErrors, type Form } from '#ui';
import type { BookedDelegate } from '../../booking-page/booking-details.js';
import type { OpenBooking } from '../../booking-page/booking-frame.js';
import { nameOf } from '../../booking-page/still-missing.js';
import { TicketFields } from '../../delegates/pages/delegate-form.js';
import { delegateForm } from '../../delegates/pages/read-delegate-form.js';
import { FindTicketChoices } from '../../delegates/ticket-choices.js';
import { changeDelegatePath, delegateTicketsPath } from '../addresses.js';
import { ChangePlaces, type PlacesChange } from '../change-places.js';
import { ChangeFrame, OverrideField, overrideIn, refusalWithWayPast } from './change-frame.js';
import { expectedIn } from './expected-in.js';
import { TicketsCheckView } from './tickets-check.view.js';

/** Changes the ticket and add-ons of a delegate of a confirmed booking, once it was seen what that costs. */
@Controller('conference/bookings/:key/delegates/:number/tickets')
export class DelegateTicketsPage {
  constructor(
    private readonly frame: ChangeFrame,
    private readonly choices: FindTicketChoices,
    private readonly changePlaces: ChangePlaces,
  ) {}

  @Get()
  async show(
    @Param('key') key: string,
    @Param('number', ParseIntPipe) number: number,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const opened = await this.frame.openDelegate(request, reply, key, number);
    if (opened === null) return reply;
    return this.sendForm(request, reply, opened.open, opened.own, delegateForm(opened.own));
  }

  @Post()
  async save(
    @Param('key') key: string,
    @Param('number', ParseIntPipe) number: number,
    @Body() body: unknown,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const opened = await this.frame.openDelegate(request, reply, key, number);
    if (opened === null) return reply;
    const { open, own } = opened;
    const values = submittedValues(body);
    const actor = actorOf(request);
    const wanted = {
      ticketTypeId: textIn(values, 'ticketTypeId'),
      addOnIds: [...new Set(allValues(values, 'addOnIds'))].filter((id) => id !== ''),
    };
    const override = overrideIn(textIn(values, 'override'));
    const expected = expectedIn(values);
    try {
      if (expected === null) {
        const change = await this.changePlaces.preview(actor, key, number, wanted, override);
        return this.sendCheck(request, reply, open, own, { change, form: form(values) });
      }
      await this.changePlaces.run(actor, key, number, wanted, expected, override);
      return this.frame.redirect(
        reply,
        changeDelegatePath(key, number),
        'The ticket and add-ons are changed.',
      );
    } catch (error) {
      const { status, errors } = refusalWithWayPast(open, error);
      return this.sendForm(request, reply, open, own, withErrors(form(values), errors), status);
    }
  }

  private async sendForm(
    request: FastifyRequest,
    reply: FastifyReply,
    open: OpenBooking,
    own: BookedDelegate,
    shown: Form,
    status = 200,
  ) {
    const title = `Ticket and add-ons of ${nameOf(own)}`;
    const all = await this.choices.of(open, own);
    const needsApproval = own.ticket?.ticketType.needsApproval ?? false;
    // Who has a ticket that needs approval is not for bookers to change.
    const tickets = all.tickets.filter(({ ticketType }) => ticketType.needsApproval === needsApproval);
    const main = (
      <>
        <h1 class="govuk-heading-xl">{title}</h1>
        <p class="govuk-body">
          What they keep keeps its price. The next page says what the change costs, before anything is done.
        </p>
        <form method="post" action={delegateTicketsPath(open.key, own.delegate.number)} novalidate>
          <TicketFields form={shown} choices={{ ...all, tickets }} />
          <OverrideField open={open} form={shown} />
          <Button preventDoubleClick>Continue</Button>
        </form>
      </>
    );
    return this.frame.send(request, reply, open, { title, form: shown, main, about: own }, status);
  }

  private sendCheck(
    request: FastifyRequest,
    reply: FastifyReply,
    open: OpenBooking,
    own: BookedDelegate,
    { change, form: shown }: { readonly change: PlacesChange; readonly form: Form },
  ) {
    const title = `Check the change for ${nameOf(own)}`;
    const main = (
      <TicketsCheckView
        title={title}
        action={delegateTicketsPath(open.key, own.delegate.number)}
        change={change}
        values={shown.values}
      />
    );
    return this.frame.send(request, reply, open, { title, form: shown, main, about: own });
  }
}
