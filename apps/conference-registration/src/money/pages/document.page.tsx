import { Controller, Get, Inject, Param, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { BackLink, Site } from '#ui';
import { documentPdf } from '../../documents/document-pdf.js';
import { titleOf } from '../../documents/document-words.js';
import { CLOCK, type Clock } from '../../tokens.js';
import { customerPath, documentPath } from '../addresses.js';
import { bookDay } from '../day.js';
import { ReadDocument } from '../reading/read-document.js';
import { StaffDocumentView } from './document.view.js';
import { sendPdf } from './send-pdf.js';

/** An issued document with what became of it, for staff. */
@Controller('conference/money/documents')
export class DocumentPage {
  constructor(
    private readonly site: Site,
    private readonly documents: ReadDocument,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get(':id.pdf')
  async pdf(@Param('id') id: string, @Res() reply: FastifyReply) {
    const { label, content } = await this.documents.byId(id);
    return sendPdf(reply, label, await documentPdf(content));
  }

  @Get(':id')
  async show(@Param('id') id: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const document = await this.documents.byId(id);
    const related = await this.documents.related(id);
    return this.site.send(request, reply, {
      title: titleOf(document.content),
      noIndex: true,
      before: <BackLink href={customerPath(document.customerId)}>Statement of account</BackLink>,
      main: (
        <StaffDocumentView
          document={document}
          related={related}
          pdfPath={`${documentPath(id)}.pdf`}
          today={bookDay(this.clock())}
        />
      ),
    });
  }
}
