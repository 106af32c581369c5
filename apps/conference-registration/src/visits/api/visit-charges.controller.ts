import { Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { DataSource } from 'typeorm';
import { actorOf, idempotently, notKept, readJson } from '#platform';
import { documentPdf } from '../../documents/document-pdf.js';
import { documentJson } from '../../money/api/money-json.js';
import { purchaseOrderInput } from '../../money/api/money.schema.js';
import { sendPdf } from '../../money/pages/send-pdf.js';
import { ReadDocument, type DocumentReading } from '../../money/reading/read-document.js';
import { EnterVisitOrder } from '../enter-visit-order.js';
import { FindVisitCharge } from '../find-visit-charge.js';
import type { VisitChargeRow } from '../visit-charge.entity.js';
import type { VisitChargeOutput } from './visit-charges.schema.js';

/** What somebody is to pay for a study visit, for programs of those who have a right to it. */
@Controller('api/v1/conference-registration/visit-invoices/:key')
export class VisitChargesController {
  constructor(
    private readonly charges: FindVisitCharge,
    private readonly documents: ReadDocument,
    private readonly enterOrder: EnterVisitOrder,
    @InjectDataSource() private readonly dataSource: DataSource,
  ) {}

  @Get()
  async show(@Param('key') key: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const charge = await this.charges.forReading(actorOf(request), key);
    const documents = await this.documents.allOfCharge(charge.id);
    return reply.headers(notKept).send(chargeJson(charge, documents));
  }

  @Get('documents/:label.pdf')
  async pdf(
    @Param('key') key: string,
    @Param('label') label: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const { id } = await this.charges.forReading(actorOf(request), key);
    const { content } = await this.documents.ofCharge(id, label);
    return sendPdf(reply, label, await documentPdf(content));
  }

  @Post('purchase-order')
  async purchaseOrder(@Param('key') key: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const { purchaseOrder, issueAgain } = readJson(request, purchaseOrderInput);
    const answer = await idempotently(this.dataSource, request, async () => {
      const input = { purchaseOrder, isIssuedAgain: issueAgain };
      return { status: 200, body: { ...(await this.enterOrder.run(actorOf(request), key, input)) } };
    });
    return reply.code(answer.status).headers(notKept).send(answer.body);
  }
}

function chargeJson(charge: VisitChargeRow, documents: readonly DocumentReading[]): VisitChargeOutput {
  return {
    id: charge.id,
    kind: charge.kind,
    visit: {
      id: charge.visitId,
      title: charge.visitTitle,
      firstDay: charge.firstDay,
      lastDay: charge.lastDay,
      path: charge.visitPath,
    },
    traveller: charge.travellerName,
    organisationId: charge.organisationId,
    netPence: charge.netPence,
    outstandingPence: documents.reduce((sum, { outstandingPence }) => sum + outstandingPence, 0),
    purchaseOrder: charge.purchaseOrder,
    purchaseOrderRequired: charge.purchaseOrderRequired,
    documents: documents.map(documentJson),
  };
}
