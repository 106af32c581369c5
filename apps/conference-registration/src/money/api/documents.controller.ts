import { Controller, Get, Inject, Param, Post, Query, Req, Res } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { DataSource } from 'typeorm';
import {
  actorOf,
  cursorPage,
  decodeCursor,
  idempotently,
  notKept,
  readJson,
  readQuery,
  RunOnce,
  type SentQuery,
} from '#platform';
import { FindBooking } from '../../bookings/find-booking.js';
import { CLOCK, type Clock } from '../../tokens.js';
import { CreditInvoice } from '../credit-invoice.js';
import { bookDay } from '../day.js';
import { documentPdf } from '../../documents/document-pdf.js';
import { usualInvoices } from '../domain/invoice-list.js';
import { EnterPurchaseOrder } from '../purchase-orders/enter-purchase-order.js';
import { sendPdf } from '../pages/send-pdf.js';
import { FindInvoices } from '../reading/find-invoices.js';
import { ReadDocument } from '../reading/read-document.js';
import { documentJson, invoiceJson } from './money-json.js';
import { creditNoteInput, invoicesQuery, purchaseOrderInput } from './money.schema.js';

/** Issued documents, for programs of staff and of those who booked. */
@Controller('api/v1/conference-registration')
export class DocumentsController {
  constructor(
    private readonly invoices: FindInvoices,
    private readonly documents: ReadDocument,
    private readonly findBooking: FindBooking,
    private readonly credit: CreditInvoice,
    private readonly enterOrder: EnterPurchaseOrder,
    private readonly runOnce: RunOnce,
    @InjectDataSource() private readonly dataSource: DataSource,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get('invoices')
  async list(@Query() query: SentQuery, @Res() reply: FastifyReply) {
    const { q, state, order, occasion, conference, cursor, limit } = readQuery(query, invoicesQuery);
    const after = cursor === undefined ? 0 : Number(decodeCursor(cursor, [/^\d{1,9}$/])[0]);
    const list = {
      ...usualInvoices,
      // A database's text cannot hold all of them.
      text: q.replaceAll(/\p{Cc}/gu, ' ').trim(),
      state,
      isOrderMissing: order === 'missing',
      occasionId: occasion ?? conference ?? null,
    };
    const rows = await this.invoices.after(list, bookDay(this.clock()), after, limit + 1);
    const { items, nextCursor } = cursorPage(rows, limit, ({ number }) => [String(number)]);
    return reply.headers(notKept).send({ items: items.map(invoiceJson), nextCursor });
  }

  @Get('documents/:id')
  async show(@Param('id') id: string, @Res() reply: FastifyReply) {
    return reply.headers(notKept).send(documentJson(await this.documents.byId(id)));
  }

  @Post('documents/:id/credit')
  async creditNote(@Param('id') id: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const input = { ...readJson(request, creditNoteInput), invoiceId: id };
    const answer = await idempotently(this.dataSource, request, async (attempt) => {
      await this.documents.byId(id);
      const actor = actorOf(request);
      // Issued together with the attempt, so that it is not issued again where nobody was told of it.
      const noteId = await this.runOnce.run(
        actor,
        attempt.id,
        {},
        async (manager) => (await this.credit.add(manager, actor, input)).id,
      );
      return { status: 201, body: documentJson(await this.documents.byId(noteId)) };
    });
    return reply.code(answer.status).headers(notKept).send(answer.body);
  }

  @Get('bookings/:key/documents')
  async ofBooking(@Param('key') key: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const { id } = await this.findBooking.forReading(actorOf(request), key);
    const items = await this.documents.allOfBooking(id);
    return reply.headers(notKept).send({ items: items.map(documentJson) });
  }

  @Get('bookings/:key/documents/:label.pdf')
  async pdf(
    @Param('key') key: string,
    @Param('label') label: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const { id } = await this.findBooking.forReading(actorOf(request), key);
    const { content } = await this.documents.ofBooking(id, label);
    return sendPdf(reply, label, await documentPdf(content));
  }

  @Post('bookings/:key/purchase-order')
  async purchaseOrder(@Param('key') key: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const { purchaseOrder, issueAgain } = readJson(request, purchaseOrderInput);
    const answer = await idempotently(this.dataSource, request, async () => {
      const input = { purchaseOrder, isIssuedAgain: issueAgain };
      const { booking, issuedAgain } = await this.enterOrder.run(actorOf(request), key, input);
      return { status: 200, body: { purchaseOrder: booking.purchaseOrder, issuedAgain } };
    });
    return reply.code(answer.status).headers(notKept).send(answer.body);
  }
}
