import { Controller, Delete, Get, Param, ParseIntPipe, Post, Put, Req, Res } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { DataSource } from 'typeorm';
import { problemsOf } from '#checks';
import {
  actorOf,
  asPrecondition,
  idempotently,
  notKept,
  readJson,
  requiredVersion,
  unprocessable,
  versionTag,
} from '#platform';
import { delegateJson } from '../../booking-page/api/journey-json.js';
import {
  delegateInput,
  invitationInput,
  newDelegatesInput,
  type DelegateOutput,
} from '../../booking-page/api/journey.schema.js';
import { readSentAnswers } from '../../booking-page/api/read-sent-answers.js';
import { asSeenBy } from '../../booking-page/as-seen-by.js';
import type { BookingDetails } from '../../booking-page/booking-details.js';
import { ReadBooking } from '../../booking-page/read-booking.js';
import { FindBooking } from '../../bookings/find-booking.js';
import { AddDelegates } from '../add-delegates.js';
import { checkDelegate } from '../domain/delegate-details.js';
import { InviteDelegate } from '../invite-delegate.js';
import { RemoveDelegate } from '../remove-delegate.js';
import { delegateIn, SaveDelegate } from '../save-delegate.js';

@Controller('api/v1/conference-registration/bookings/:key/delegates')
export class DelegatesController {
  constructor(
    private readonly findBooking: FindBooking,
    private readonly readBooking: ReadBooking,
    private readonly saveDelegate: SaveDelegate,
    private readonly addDelegates: AddDelegates,
    private readonly removeDelegate: RemoveDelegate,
    private readonly inviteDelegate: InviteDelegate,
    @InjectDataSource() private readonly dataSource: DataSource,
  ) {}

  @Get()
  async list(@Param('key') key: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    return reply.headers(notKept).send(await this.all(request, key));
  }

  @Post()
  async add(@Param('key') key: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const { delegates, ticketTypeId } = readJson(request, newDelegatesInput);
    const checked = delegates.map((delegate) => checkDelegate(delegate));
    const wrong = checked.flatMap((one, index) =>
      problemsOf(one).map((problem) => ({ ...problem, field: `delegates.${index}.${problem.field}` })),
    );
    if (wrong.length > 0) throw unprocessable(wrong);
    const answer = await idempotently(this.dataSource, request, async (attempt) => {
      const wanted = checked.flatMap((one) => (one.ok ? [{ details: one.value, ticketTypeId: null }] : []));
      await this.addDelegates.run(actorOf(request), key, wanted, ticketTypeId, attempt);
      return { status: 201, body: await this.all(request, key) };
    });
    return reply.code(answer.status).headers(notKept).send(answer.body);
  }

  @Get(':number')
  async show(
    @Param('key') key: string,
    @Param('number', ParseIntPipe) number: number,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    return send(reply, await this.one(request, key, number));
  }

  @Put(':number')
  async save(
    @Param('key') key: string,
    @Param('number', ParseIntPipe) number: number,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const version = requiredVersion(request);
    const { ticketTypeId, addOnIds, answers, isComplete, ...details } = readJson(request, delegateInput);
    const own = delegateIn(await this.details(request, key), number);
    const isTicketGiven = ticketTypeId !== undefined || addOnIds !== undefined;
    await asPrecondition(
      this.saveDelegate.run(actorOf(request), key, number, {
        details,
        tickets: isTicketGiven
          ? {
              ticketTypeId: ticketTypeId ?? own.ticket?.ticketType.id ?? '',
              addOnIds: addOnIds ?? own.addOns.map(({ ticketType }) => ticketType.id),
            }
          : null,
        ...readSentAnswers(answers, own.answers, own.withheld),
        completeness: isComplete ? 'complete' : 'so-far',
        version,
      }),
    );
    return send(reply, await this.one(request, key, number));
  }

  @Delete(':number')
  async remove(
    @Param('key') key: string,
    @Param('number', ParseIntPipe) number: number,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    await this.removeDelegate.run(actorOf(request), key, number);
    return reply.code(204).send();
  }

  @Post(':number/invite')
  async invite(
    @Param('key') key: string,
    @Param('number', ParseIntPipe) number: number,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const { email } = readJson(request, invitationInput);
    const answer = await idempotently(this.dataSource, request, async () => {
      await this.inviteDelegate.run(actorOf(request), key, number, email);
      return { status: 202, body: await this.one(request, key, number) };
    });
    return send(reply.code(answer.status), answer.body as DelegateOutput);
  }

  private async details(request: FastifyRequest, key: string): Promise<BookingDetails> {
    const details = await this.readBooking.of(await this.findBooking.forReading(actorOf(request), key));
    return asSeenBy(details, request.identity);
  }

  private async all(request: FastifyRequest, key: string): Promise<{ items: DelegateOutput[] }> {
    const details = await this.details(request, key);
    return { items: details.delegates.map((booked) => delegateJson(details, booked)) };
  }

  private async one(request: FastifyRequest, key: string, number: number): Promise<DelegateOutput> {
    const details = await this.details(request, key);
    return delegateJson(details, delegateIn(details, number));
  }
}

function send(reply: FastifyReply, delegate: DelegateOutput) {
  return reply.headers({ ...notKept, etag: versionTag(delegate.version) }).send(delegate);
}
