import { Controller, Param, ParseIntPipe, Put, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { actorOf, asPrecondition, notKept, readJson, requiredVersion, versionTag } from '#platform';
import { delegateJson } from '../../booking-page/api/journey-json.js';
import { readSentAnswers } from '../../booking-page/api/read-sent-answers.js';
import { asSeenBy } from '../../booking-page/as-seen-by.js';
import { ReadBooking } from '../../booking-page/read-booking.js';
import { FindBooking } from '../../bookings/find-booking.js';
import { delegateIn } from '../../delegates/save-delegate.js';
import { noAnswers } from '../../questions/domain/answer.js';
import { ChangeDelegate } from '../change-delegate.js';
import { ChangePlaces } from '../change-places.js';
import { ReplaceDelegate } from '../replace-delegate.js';
import { costJson } from './cost-json.js';
import { changedDetailsInput, newPersonInput, ticketsInput } from './changes.schema.js';

/** What is changed of the delegates of confirmed bookings, for programs. */
@Controller('api/v1/conference-registration/bookings/:key')
export class ChangedDelegatesController {
  constructor(
    private readonly findBooking: FindBooking,
    private readonly readBooking: ReadBooking,
    private readonly changeDelegate: ChangeDelegate,
    private readonly replaceDelegate: ReplaceDelegate,
    private readonly changePlaces: ChangePlaces,
  ) {}

  @Put('delegates/:number/details')
  async details(
    @Param('key') key: string,
    @Param('number', ParseIntPipe) number: number,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const version = requiredVersion(request);
    const { answers, ...details } = readJson(request, changedDetailsInput);
    const own = delegateIn(await this.read(request, key), number);
    const part = { details, ...readSentAnswers(answers, own.answers, own.withheld), version };
    await asPrecondition(this.changeDelegate.run(actorOf(request), key, number, part));
    return this.sendDelegate(request, reply, key, number);
  }

  @Put('delegates/:number/person')
  async person(
    @Param('key') key: string,
    @Param('number', ParseIntPipe) number: number,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const version = requiredVersion(request);
    const { answers, isComplete, ...details } = readJson(request, newPersonInput);
    const completeness = isComplete ? 'complete' : 'so-far';
    const person = { details, ...readSentAnswers(answers, noAnswers), completeness, version } as const;
    await asPrecondition(this.replaceDelegate.run(actorOf(request), key, number, person));
    return this.sendDelegate(request, reply, key, number);
  }

  @Put('delegates/:number/tickets')
  async tickets(
    @Param('key') key: string,
    @Param('number', ParseIntPipe) number: number,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const { isTrial, overrideReason, expectedInvoicePence, expectedCreditPence, ...wanted } = readJson(
      request,
      ticketsInput,
    );
    const override = overrideReason === null ? null : { reason: overrideReason };
    const actor = actorOf(request);
    const { invoiced, credited } = await this.changePlaces.preview(actor, key, number, wanted, override);
    const expected = { invoicePence: expectedInvoicePence, creditPence: expectedCreditPence };
    const issued = isTrial
      ? { invoice: null, creditNotes: [] }
      : await this.changePlaces.run(actor, key, number, wanted, expected, override);
    return reply
      .headers(notKept)
      .send(costJson({ isTrial, invoiced, credited, ...issued, delegates: [number] }));
  }

  private async read(request: FastifyRequest, key: string) {
    const details = await this.readBooking.of(await this.findBooking.forReading(actorOf(request), key));
    return asSeenBy(details, request.identity);
  }

  private async sendDelegate(request: FastifyRequest, reply: FastifyReply, key: string, number: number) {
    const details = await this.read(request, key);
    const delegate = delegateJson(details, delegateIn(details, number));
    return reply.headers({ ...notKept, etag: versionTag(delegate.version) }).send(delegate);
  }
}
