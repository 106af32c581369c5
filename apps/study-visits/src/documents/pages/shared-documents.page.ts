import { Controller, Get, Param, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { downloadHeaders } from '#platform';
import { OpenTraveller } from '../../travellers/open-traveller.js';
import { FindVisit, noSuchVisit } from '../../visits/find-visit.js';
import { KeepDocuments } from '../keep-documents.js';

/** Gives out documents to those who are not staff: to everybody, and to travellers by their own link. */
@Controller('visits')
export class SharedDocumentsPage {
  constructor(
    private readonly visits: FindVisit,
    private readonly travellers: OpenTraveller,
    private readonly documents: KeepDocuments,
  ) {}

  @Get(':slug/documents/:documentId')
  async forEveryone(
    @Param('slug') slug: string,
    @Param('documentId') id: string,
    @Res() reply: FastifyReply,
  ) {
    const visit = await this.visits.bySlug(slug);
    if (visit.status === 'draft') throw noSuchVisit();
    return this.give(reply, visit.id, id, false);
  }

  @Get('travellers/:secret/documents/:documentId')
  async forTraveller(
    @Param('secret') secret: string,
    @Param('documentId') id: string,
    @Res() reply: FastifyReply,
  ) {
    const { traveller, visit } = await this.travellers.read({ secret });
    return this.give(reply, visit.id, id, traveller.status === 'confirmed');
  }

  private async give(reply: FastifyReply, visitId: string, id: string, isTraveller: boolean) {
    const { name, mediaType, content } = await this.documents.sharedOne(visitId, id, isTraveller);
    return reply.headers(downloadHeaders({ fileName: name, type: mediaType })).send(content);
  }
}
