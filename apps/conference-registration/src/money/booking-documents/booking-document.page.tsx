import { Controller, Get, Param, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { actorOf } from '#platform';
import { BackLink, Button, Site } from '#ui';
import { bookingPath } from '../../bookings/addresses.js';
import { FindBooking } from '../../bookings/find-booking.js';
import { documentPdf } from '../../documents/document-pdf.js';
import { DocumentView } from '../../documents/document.view.js';
import { titleOf } from '../../documents/document-words.js';
import { bookingDocumentPath } from '../addresses.js';
import { sendPdf } from '../pages/send-pdf.js';
import { ReadDocument, type DocumentReading } from '../reading/read-document.js';
import { DocumentStanding } from './document-standing.js';

/** A document of a booking, for whoever has a right to the booking. */
@Controller('conference/bookings/:key/documents')
export class BookingDocumentPage {
  constructor(
    private readonly site: Site,
    private readonly findBooking: FindBooking,
    private readonly documents: ReadDocument,
  ) {}

  @Get(':label.pdf')
  async pdf(
    @Param('key') key: string,
    @Param('label') label: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const { content } = await this.read(request, key, label);
    return sendPdf(reply, label, await documentPdf(content));
  }

  @Get(':label')
  async show(
    @Param('key') key: string,
    @Param('label') label: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const document = await this.read(request, key, label);
    return this.site.send(request, reply, {
      title: titleOf(document.content),
      noIndex: true,
      before: <BackLink href={bookingPath(key)}>Your booking</BackLink>,
      main: (
        <>
          <h1 class="govuk-heading-xl">{titleOf(document.content)}</h1>
          <DocumentStanding document={document} />
          <Button href={`${bookingDocumentPath(key, label)}.pdf`}>Download as PDF</Button>
          <DocumentView document={document.content} />
        </>
      ),
    });
  }

  private async read(request: FastifyRequest, key: string, label: string): Promise<DocumentReading> {
    const { id } = await this.findBooking.forReading(actorOf(request), key);
    return this.documents.ofBooking(id, label);
  }
}
