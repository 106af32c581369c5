import { Controller, Param, Post, Req, Res } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { DataSource } from 'typeorm';
import { problemsOf } from '#checks';
import { actorOf, idempotently, notKept, readJson, RunOnce, unprocessable } from '#platform';
import { checkDelegate } from '../../delegates/domain/delegate-details.js';
import { AddToBooking } from '../add-to-booking.js';
import { AskStaff } from '../ask-staff.js';
import type { Newcomer } from '../newcomers.js';
import { costJson } from './cost-json.js';
import { additionsInput, questionInput, type CostOutput } from './changes.schema.js';

const nothing = { netPence: 0, vatPence: 0, grossPence: 0 };

/** What is added to confirmed bookings, and asked about them, for programs. */
@Controller('api/v1/conference-registration/bookings/:key')
export class ChangesController {
  constructor(
    private readonly addToBooking: AddToBooking,
    private readonly askStaff: AskStaff,
    private readonly runOnce: RunOnce,
    @InjectDataSource() private readonly dataSource: DataSource,
  ) {}

  @Post('additions')
  async add(@Param('key') key: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const { delegates, isTrial, overrideReason, expectedInvoicePence } = readJson(request, additionsInput);
    const newcomers = delegates.map(({ ticketTypeId, addOnIds, ...details }, index): Newcomer => {
      const checked = checkDelegate(details);
      if (checked.ok) return { details: checked.value, tickets: { ticketTypeId, addOnIds } };
      const field = (name: string) => `delegates.${index}.${name}`;
      throw unprocessable(problemsOf(checked).map((each) => ({ ...each, field: field(each.field) })));
    });
    const override = overrideReason === null ? null : { reason: overrideReason };
    const actor = actorOf(request);
    if (isTrial) {
      const trial = await this.addToBooking.preview(actor, key, newcomers, override);
      return reply
        .code(200)
        .headers(notKept)
        .send(addedJson({ ...trial, invoice: null }, true));
    }
    const expected = { invoicePence: expectedInvoicePence };
    const answer = await idempotently(this.dataSource, request, async ({ id }) => {
      // In one transaction with what it makes, so that a call which was killed afterwards is not made again.
      const said = await this.runOnce.run(actor, id, { key }, async (manager) => {
        const added = await this.addToBooking.within(manager, actor, key, newcomers, expected, override);
        return JSON.stringify(addedJson(added, false));
      });
      return { status: 201, body: JSON.parse(said) as unknown };
    });
    return reply.code(answer.status).headers(notKept).send(answer.body);
  }

  @Post('questions-to-staff')
  async ask(@Param('key') key: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const { message } = readJson(request, questionInput);
    const actor = actorOf(request);
    const answer = await idempotently(this.dataSource, request, async ({ id }) => {
      await this.runOnce.run(actor, id, { key }, async (manager) => {
        await this.askStaff.within(manager, actor, key, message);
        return '';
      });
      return { status: 202, body: {} };
    });
    return reply.code(answer.status).headers(notKept).send(answer.body);
  }
}

const addedJson = (
  { delegates, cost, invoice }: Awaited<ReturnType<AddToBooking['within']>>,
  isTrial: boolean,
): CostOutput =>
  costJson({
    isTrial,
    invoiced: cost,
    credited: nothing,
    invoice,
    creditNotes: [],
    delegates: delegates.map(({ delegate }) => delegate.number),
  });
