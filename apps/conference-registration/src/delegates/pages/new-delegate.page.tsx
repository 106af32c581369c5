import { Body, Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { lockPeopleForChanges } from '#people';
import { actorOf, RunOnce } from '#platform';
import {
  Button,
  field,
  form,
  FormErrors,
  HiddenFields,
  Radios,
  readToken,
  submittedValues,
  textIn,
  type Form,
} from '#ui';
import { BookingFrame, refusalOn, type OpenBooking } from '../../booking-page/booking-frame.js';
import { AddDelegates } from '../add-delegates.js';
import { delegatePath, newDelegatePath } from '../addresses.js';
import { FindTicketChoices } from '../ticket-choices.js';
import { ticketItem } from './ticket-item.js';

const nobody = { name: '', email: null, phone: null, jobTitle: null, badgeOrganisation: null };

/** Adds one more delegate to a booking that is being filled in. */
@Controller('conference/bookings/:key/delegates/new')
export class NewDelegatePage {
  constructor(
    private readonly frame: BookingFrame,
    private readonly choices: FindTicketChoices,
    private readonly addDelegates: AddDelegates,
    private readonly runOnce: RunOnce,
  ) {}

  @Get()
  async ask(@Param('key') key: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const open = await this.frame.open(request, key);
    if (open.standing !== 'in-time') return this.frame.redirect(reply, open.path);
    const first = open.delegates[0]?.ticket?.ticketType.id ?? '';
    return this.sendForm(request, reply, open, form({ ticketTypeId: first, once: readToken({}) }));
  }

  @Post()
  async add(
    @Param('key') key: string,
    @Body() body: unknown,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const values = submittedValues(body);
    const actor = actorOf(request);
    const ticketTypeId = textIn(values, 'ticketTypeId');
    try {
      const number = await this.runOnce.run(
        actor,
        readToken(values),
        { key, ticketTypeId },
        async (manager) => {
          await lockPeopleForChanges(manager);
          const wanted = [{ details: nobody, ticketTypeId: null }];
          const { last } = await this.addDelegates.within(manager, actor, key, wanted, ticketTypeId);
          return String(last);
        },
      );
      return this.frame.redirect(reply, delegatePath(key, Number(number)), 'One more place is kept for you.');
    } catch (error) {
      const { status, errors } = refusalOn(error);
      const open = await this.frame.open(request, key);
      return this.sendForm(request, reply, open, form(values, errors), status);
    }
  }

  private async sendForm(
    request: FastifyRequest,
    reply: FastifyReply,
    open: OpenBooking,
    shown: Form,
    status = 200,
  ) {
    const { tickets } = await this.choices.of(open, null);
    return this.frame.send(
      request,
      reply,
      open,
      {
        title: 'Add a delegate',
        hasErrors: shown.errors.length > 0,
        main: (
          <>
            <FormErrors form={shown} />
            <form method="post" action={newDelegatePath(open.key)} novalidate>
              <HiddenFields values={{ once: readToken(shown.values) }} />
              <Radios
                {...field(shown, 'ticketTypeId')}
                fieldset={{
                  legend: {
                    text: <h1 class="govuk-fieldset__heading">Which ticket for the new delegate?</h1>,
                    classes: 'govuk-fieldset__legend--l',
                  },
                }}
                items={tickets.map(ticketItem)}
              />
              <Button preventDoubleClick>Add the delegate</Button>
            </form>
          </>
        ),
      },
      status,
    );
  }
}
