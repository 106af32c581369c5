import { Controller, Delete, Get, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { actorOf, downloadHeaders, notKept, Transactions } from '#platform';
import { textIn } from '#ui';
import { receiveForm } from '#uploads';
import { documentFiles, fingerprintOf, KeepDocuments } from '../../documents/keep-documents.js';
import { apiPath } from '../../openapi/api-part.js';
import { VisitAnswers } from '../../visits/api/visit-answers.js';
import { FindVisit } from '../../visits/find-visit.js';
import { documentJson } from './plans-json.js';
import type { DocumentOutput } from './plans.schema.js';

/** The files about a visit, for programs. */
@Controller('api/v1/study-visits/visits/:id/documents')
export class DocumentsController {
  constructor(
    private readonly answers: VisitAnswers,
    private readonly visits: FindVisit,
    private readonly documents: KeepDocuments,
    private readonly transactions: Transactions,
  ) {}

  @Get()
  async list(@Param('id') id: string, @Res() reply: FastifyReply) {
    await this.visits.byId(id);
    return reply.headers(notKept).send({ items: (await this.documents.of(id)).map(documentJson) });
  }

  @Post()
  async add(@Param('id') visitId: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const { values, files } = await receiveForm(request, {
      mostBytes: documentFiles.mostBytes,
      mostFiles: 1,
    });
    const file = files.get('file') ?? null;
    const about = { note: textIn(values, 'note'), audience: textIn(values, 'audience') || 'staff' };
    return this.answers.postThing<DocumentOutput>(request, reply, {
      status: 201,
      sent: { ...about, file: fingerprintOf(file) },
      location: ({ id }) => `${apiPath}/visits/${visitId}/documents/${id}`,
      work: () =>
        this.transactions.run(async (manager) =>
          documentJson(await this.documents.add(manager, actorOf(request), visitId, { ...about, file })),
        ),
    });
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

  @Delete(':documentId')
  async remove(
    @Param('id') id: string,
    @Param('documentId') documentId: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    await this.documents.remove(actorOf(request), id, documentId);
    return reply.code(204).headers(notKept).send();
  }
}
