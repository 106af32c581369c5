import { randomUUID } from 'node:crypto';
import { Body, Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { DataSource } from 'typeorm';
import { actorOf, notFound, Problem, RunOnce } from '#platform';
import {
  allValues,
  BackLink,
  form,
  pickFields,
  readToken,
  refusedFields,
  Site,
  submittedValues,
  textIn,
  type Form,
} from '#ui';
import { documentPath } from '../addresses.js';
import { CreditInvoice } from '../credit-invoice.js';
import { leftOf } from '../domain/credit.js';
import { InvoicedLines, type InvoiceWithLines } from '../invoiced-lines.js';
import { ReadDocument } from '../reading/read-document.js';
import { CreditNoteView } from './credit-note.view.js';

const names = ['lines', 'percent', 'reason'];

/** Issues a credit note for an invoice, or for some lines of it. */
@Controller('conference/money/documents/:id/credit')
export class CreditNotePage {
  constructor(
    private readonly site: Site,
    private readonly documents: ReadDocument,
    private readonly invoiced: InvoicedLines,
    private readonly credit: CreditInvoice,
    private readonly runOnce: RunOnce,
    @InjectDataSource() private readonly dataSource: DataSource,
  ) {}

  @Get()
  async show(@Param('id') id: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const invoice = await this.read(id);
    const open = invoice.lines.filter((line) => leftOf(line).netPence > 0);
    if (open.length === 0) {
      return this.site.redirect(reply, documentPath(id), {
        type: 'important',
        text: `All of ${invoice.label} has been credited.`,
      });
    }
    const shown = form({ lines: open.map(({ line }) => String(line)), percent: '100' });
    return this.sendForm(request, reply, invoice, shown, randomUUID());
  }

  @Post()
  async save(
    @Param('id') id: string,
    @Body() body: unknown,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const invoice = await this.read(id);
    const sent = submittedValues(body);
    const values = pickFields(sent, names);
    const token = readToken(sent);
    const actor = actorOf(request);
    const input = {
      invoiceId: id,
      lines: allValues(values, 'lines').map(Number),
      percent: textIn(values, 'percent'),
      reason: textIn(values, 'reason'),
    };
    try {
      const noteId = await this.runOnce.run(actor, token, { ...values, id }, async (manager) => {
        const note = await this.credit.add(manager, actor, input);
        return note.id;
      });
      return this.site.redirect(reply, documentPath(noteId), {
        type: 'success',
        text: 'The credit note is issued. It has settled what was outstanding; anything over is credit.',
      });
    } catch (error) {
      if (error instanceof Problem && error.status === 409) {
        return this.site.redirect(reply, documentPath(id), { type: 'important', text: error.detail });
      }
      return this.sendForm(request, reply, invoice, form(values, refusedFields(error, names)), token);
    }
  }

  /** @throws Problem 404 for what is no invoice */
  private async read(id: string): Promise<InvoiceWithLines> {
    await this.documents.byId(id);
    const invoice = await this.invoiced.ofInvoice(this.dataSource.manager, id);
    if (invoice === null) throw notFound('There is no such invoice.');
    return invoice;
  }

  private sendForm(
    request: FastifyRequest,
    reply: FastifyReply,
    invoice: InvoiceWithLines,
    shown: Form,
    token: string,
  ) {
    const hasErrors = shown.errors.length > 0;
    const page = {
      title: `Issue a credit note for ${invoice.label}`,
      hasErrors,
      noIndex: true,
      before: <BackLink href={documentPath(invoice.id)}>{invoice.label}</BackLink>,
      main: <CreditNoteView invoice={invoice} form={shown} token={token} />,
    };
    return this.site.send(request, reply, page, hasErrors ? 422 : 200);
  }
}
