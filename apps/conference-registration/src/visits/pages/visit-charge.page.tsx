import { Controller, Get, Inject, Param, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { actorOf } from '#platform';
import { BackLink, Site } from '#ui';
import { bookingsPath } from '../../bookings/addresses.js';
import { documentPdf } from '../../documents/document-pdf.js';
import { titleOf } from '../../documents/document-words.js';
import { howToPay, type SellerSettings } from '../../money/seller.js';
import { sendPdf } from '../../money/pages/send-pdf.js';
import { ReadDocument, type DocumentReading } from '../../money/reading/read-document.js';
import { SETTINGS } from '../../tokens.js';
import { visitInvoicePath } from '../addresses.js';
import { chargeWords } from '../domain/charge-words.js';
import { FindVisitCharge } from '../find-visit-charge.js';
import { VisitChargeView, VisitDocumentView } from './visit-charge.view.js';

/** What somebody is to pay for a study visit, with all that was issued for it, for whoever has a right to it. */
@Controller('conference/visit-invoices/:key')
export class VisitChargePage {
  constructor(
    private readonly site: Site,
    private readonly charges: FindVisitCharge,
    private readonly documents: ReadDocument,
    @Inject(SETTINGS) private readonly settings: SellerSettings,
  ) {}

  @Get()
  async show(@Param('key') key: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const charge = await this.charges.forReading(actorOf(request), key);
    const documents = await this.documents.allOfCharge(charge.id);
    const unpaid = documents.filter(({ outstandingPence }) => outstandingPence > 0);
    const labels = unpaid.map(({ label }) => label).join(' ');
    return this.site.send(request, reply, {
      title: `${chargeWords[charge.kind]}: ${charge.visitTitle}`,
      noIndex: true,
      // Whoever came by the link in a mail has no list to go back to.
      ...(request.identity.personId !== null && {
        before: <BackLink href={bookingsPath}>Your bookings</BackLink>,
      }),
      main: (
        <VisitChargeView
          addressKey={key}
          charge={charge}
          documents={documents}
          account={unpaid.length === 0 ? null : howToPay(this.settings, labels)}
        />
      ),
    });
  }

  @Get('documents/:label.pdf')
  async pdf(
    @Param('key') key: string,
    @Param('label') label: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const { content } = await this.read(request, key, label);
    return sendPdf(reply, label, await documentPdf(content));
  }

  @Get('documents/:label')
  async document(
    @Param('key') key: string,
    @Param('label') label: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const document = await this.read(request, key, label);
    return this.site.send(request, reply, {
      title: titleOf(document.content),
      noIndex: true,
      before: <BackLink href={visitInvoicePath(key)}>What there is to pay</BackLink>,
      main: <VisitDocumentView addressKey={key} document={document} />,
    });
  }

  private async read(request: FastifyRequest, key: string, label: string): Promise<DocumentReading> {
    const { id } = await this.charges.forReading(actorOf(request), key);
    return this.documents.ofCharge(id, label);
  }
}
