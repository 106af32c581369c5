import { randomUUID } from 'node:crypto';
import { Body, Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { actorOf, notFound, Problem, RunOnce } from '#platform';
import {
  BackLink,
  field,
  form,
  FormPage,
  pickFields,
  plural,
  Radios,
  readToken,
  refusedFields,
  Site,
  submittedValues,
  textIn,
  type Form,
} from '#ui';
import { currentDelegates } from '../../../booking-page/booking-details.js';
import { ReadBooking } from '../../../booking-page/read-booking.js';
import { nameOf } from '../../../booking-page/still-missing.js';
import { FindBooking } from '../../../bookings/find-booking.js';
import { replaceDelegatePath } from '../../../changing/addresses.js';
import { actForPath, staffBookingPath } from '../../addresses.js';
import { MoveDelegate } from '../move-delegate.js';

/** Moves a delegate to another booking of the same organisation. */
@Controller('conference/manage/bookings/:reference/delegates/:number/move')
export class MoveDelegatePage {
  constructor(
    private readonly site: Site,
    private readonly find: FindBooking,
    private readonly read: ReadBooking,
    private readonly moveDelegate: MoveDelegate,
    private readonly runOnce: RunOnce,
  ) {}

  @Get()
  async ask(
    @Param('reference') reference: string,
    @Param('number') number: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    return this.sendForm(request, reply, reference, Number(number), form(), randomUUID());
  }

  @Post()
  async move(
    @Param('reference') reference: string,
    @Param('number') asked: string,
    @Body() body: unknown,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const sent = submittedValues(body);
    const values = pickFields(sent, ['target']);
    const [actor, token, number] = [actorOf(request), readToken(sent), Number(asked)];
    try {
      const once = { ...values, reference, number, kind: 'move' };
      const to = await this.runOnce.run(actor, token, once, (manager) =>
        this.moveDelegate.run(manager, actor, reference, number, textIn(values, 'target')),
      );
      const notice = {
        type: 'success',
        text: 'The delegate is in this booking now. Both bookers have been told.',
      } as const;
      return this.site.redirect(reply, staffBookingPath(to), notice);
    } catch (error) {
      const isRefused = error instanceof Problem && error.status === 409;
      const errors = isRefused ? [{ field: '', message: error.detail }] : refusedFields(error, ['target']);
      return this.sendForm(
        request,
        reply,
        reference,
        number,
        form(values, errors),
        token,
        isRefused ? 409 : 422,
      );
    }
  }

  private async sendForm(
    request: FastifyRequest,
    reply: FastifyReply,
    reference: string,
    number: number,
    shown: Form,
    token: string,
    status = 200,
  ) {
    const booking = await this.find.forReading(actorOf(request), reference);
    const [details, targets] = await Promise.all([this.read.of(booking), this.moveDelegate.targets(booking)]);
    const booked = currentDelegates(details).find(({ delegate }) => delegate.number === number);
    if (booked === undefined)
      throw notFound('This booking has no such delegate any more. Open the booking again.');
    const back = staffBookingPath(booking.reference);
    const heading = `Move ${nameOf(booked)} to another booking`;
    const page = {
      title: `${heading}: ${details.catalogue.conference.title}`,
      noIndex: true,
      hasErrors: shown.errors.length > 0,
      before: <BackLink href={back}>Booking {booking.reference}</BackLink>,
      main:
        targets.length === 0 ? (
          <>
            <h1 class="govuk-heading-xl">{heading}</h1>
            <p class="govuk-body">
              There is no other confirmed booking of {booking.organisationName} for this conference that they
              could be moved to. You can:
            </p>
            <ul class="govuk-list govuk-list--bullet">
              {booking.bookerPersonId !== null && (
                <li>
                  <a class="govuk-link" href={actForPath(booking.bookerPersonId)}>
                    act for {booking.bookerName}
                  </a>
                  , to begin another booking in their name
                </li>
              )}
              <li>
                <a class="govuk-link" href={replaceDelegatePath(booking.reference, number)}>
                  let somebody else come in their place
                </a>
              </li>
              <li>
                <a class="govuk-link" href={back}>
                  go back to the booking
                </a>{' '}
                and leave them in it
              </li>
            </ul>
          </>
        ) : (
          <FormPage
            heading={heading}
            action={`${back}/delegates/${number}/move`}
            form={shown}
            hidden={{ once: token }}
            saveLabel="Move them"
            cancelPath={back}
          >
            <p class="govuk-body">
              They keep their place, their answers and their own link. What was invoiced stays on its invoice,
              as the organisation pays it whichever booking it is of. Both bookers are told.
            </p>
            <Radios
              {...field(shown, 'target')}
              fieldset={{ legend: { text: 'To which booking?', classes: 'govuk-fieldset__legend--m' } }}
              items={targets.map((target) => ({
                value: target.reference,
                text: target.reference,
                hint: `${target.bookerName}, ${plural(target.delegates, 'delegate')}`,
              }))}
            />
          </FormPage>
        ),
    };
    return this.site.send(request, reply, page, status);
  }
}
