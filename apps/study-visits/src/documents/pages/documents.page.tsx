import { randomUUID } from 'node:crypto';
import { Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { actorOf, downloadHeaders, Problem, RunOnce, unprocessable } from '#platform';
import { BackLink, form, pickFields, readToken, refusedFields, Site, textIn, type Form } from '#ui';
import { receiveForm } from '#uploads';
import { managePath } from '../../visits/addresses.js';
import { FindVisit } from '../../visits/find-visit.js';
import { VisitForms, isProblem } from '../../visits/pages/visit-forms.js';
import { documentFiles, fingerprintOf, KeepDocuments } from '../keep-documents.js';
import { DocumentsView } from './documents.view.js';

const names = ['file', 'note', 'audience'];

/** The files about a visit. */
@Controller('visits/manage/:id/documents')
export class DocumentsPage {
  constructor(
    private readonly site: Site,
    private readonly forms: VisitForms,
    private readonly visits: FindVisit,
    private readonly documents: KeepDocuments,
    private readonly runOnce: RunOnce,
  ) {}

  @Get()
  show(@Param('id') id: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    return this.ask(request, reply, id, form({ audience: 'staff' }), randomUUID());
  }

  @Post()
  async add(@Param('id') id: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const { values: sent, files } = await receiveForm(request, {
      mostBytes: documentFiles.mostBytes,
      mostFiles: 1,
    });
    const values = pickFields(sent, ['note', 'audience']);
    const token = readToken(sent);
    const actor = actorOf(request);
    const file = files.get('file') ?? null;
    try {
      const once = { ...values, id, file: fingerprintOf(file) };
      await this.runOnce.run(actor, token, once, async (manager) => {
        const document = await this.documents.add(manager, actor, id, {
          file,
          note: textIn(values, 'note'),
          audience: textIn(values, 'audience'),
        });
        return document.id;
      });
      return this.forms.done(reply, id, 'documents', 'The document is kept.');
    } catch (error) {
      const status = error instanceof Problem && error.status === 413 ? 413 : 422;
      // A file that is too large is told of beside the field, as what else is wrong with one.
      const refused = isProblem(error, 413) ? unprocessable(error.fields) : error;
      return this.ask(request, reply, id, form(values, refusedFields(refused, names)), token, status);
    }
  }

  @Get(':documentId')
  async download(
    @Param('id') id: string,
    @Param('documentId') documentId: string,
    @Res() reply: FastifyReply,
  ) {
    const { name, mediaType, content } = await this.documents.one(id, documentId);
    return reply.headers(downloadHeaders({ fileName: name, type: mediaType })).send(content);
  }

  @Get(':documentId/delete')
  async showDelete(
    @Param('id') id: string,
    @Param('documentId') documentId: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const visit = await this.visits.byId(id);
    const { name } = await this.documents.one(id, documentId);
    return this.forms.send(request, reply, {
      visit,
      heading: `Delete “${name}”?`,
      part: `documents/${documentId}/delete`,
      backPart: 'documents',
      form: form(),
      saveLabel: 'Delete the document',
      isWarning: true,
      cancelLabel: 'Keep it',
      children: <p class="govuk-body">The file is gone then, and cannot be brought back.</p>,
    });
  }

  @Post(':documentId/delete')
  async remove(
    @Param('id') id: string,
    @Param('documentId') documentId: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    try {
      const { name } = await this.documents.remove(actorOf(request), id, documentId);
      return await this.forms.done(reply, id, 'documents', `“${name}” is deleted.`);
    } catch (error) {
      if (!isProblem(error, 404)) throw error;
      await this.visits.byId(id);
      return this.forms.undone(reply, id, 'documents', 'There is no such document any more.');
    }
  }

  private async ask(
    request: FastifyRequest,
    reply: FastifyReply,
    id: string,
    shown: Form,
    token: string,
    status: 200 | 413 | 422 = 200,
  ) {
    const visit = await this.visits.byId(id);
    const page = {
      title: `Documents: ${visit.title}`,
      hasErrors: shown.errors.length > 0,
      noIndex: true,
      before: <BackLink href={managePath}>Look after the visits</BackLink>,
      main: (
        <DocumentsView visit={visit} documents={await this.documents.of(id)} form={shown} token={token} />
      ),
    };
    return this.site.send(request, reply, page, status);
  }
}
