import { Controller, Get, Param, Post, Put, Req, Res } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Readable } from 'node:stream';
import type { DataSource } from 'typeorm';
import {
  actorOf,
  asPrecondition,
  downloadHeaders,
  idempotently,
  notFound,
  notKept,
  readJson,
  requiredVersion,
  versionTag,
} from '#platform';
import { apiPath } from '../../openapi/api-part.js';
import { FindVisit } from '../../visits/find-visit.js';
import type { EmergencyText } from '../domain/emergency-text.js';
import { AskForPapers } from '../making/ask-for-papers.js';
import { ReadFiles } from '../making/read-files.js';
import { OwnPapers } from '../own/own-papers.js';
import { KeepEmergencyText } from '../staff/keep-emergency-text.js';
import { ReadIssued } from '../staff/read-issued.js';
import { emergencyTextJson, issuedJson, makingJson, meantVersion, paperJson } from './papers-json.js';
import { emergencyTextInput, ownKindOf } from './papers.schema.js';

/** What travellers have in writing, and everybody’s papers made into files, for staff’s programs. */
@Controller('api/v1/study-visits/visits/:id')
export class StaffPapersController {
  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    private readonly visits: FindVisit,
    private readonly issued: ReadIssued,
    private readonly papers: OwnPapers,
    private readonly texts: KeepEmergencyText,
    private readonly ask: AskForPapers,
    private readonly files: ReadFiles,
  ) {}

  @Get('papers')
  async list(@Param('id') key: string, @Res() reply: FastifyReply) {
    const { id } = await this.visits.byIdOrSlug(key);
    return reply.headers(notKept).send({ items: (await this.issued.of(id)).map(issuedJson) });
  }

  @Get('papers/:travellerId/:kind')
  async one(
    @Param('id') key: string,
    @Param('travellerId') travellerId: string,
    @Param('kind') given: string,
    @Res() reply: FastifyReply,
  ) {
    const kind = ownKindOf(given);
    if (kind === null) throw notFound();
    const { id } = await this.visits.byIdOrSlug(key);
    const { kept } = await this.papers.of({ visitId: id, travellerId }, kind);
    return reply.headers(notKept).send({ paper: kept && paperJson(kept) });
  }

  @Get('emergency-card')
  async text(@Param('id') key: string, @Res() reply: FastifyReply) {
    const { id } = await this.visits.byIdOrSlug(key);
    const text = await this.texts.of(id);
    return this.sendText(reply, text);
  }

  @Put('emergency-card')
  async saveText(@Param('id') key: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const version = meantVersion(requiredVersion(request));
    const input = readJson(request, emergencyTextInput);
    const { id: visitId } = await this.visits.byIdOrSlug(key);
    const text = await asPrecondition(this.texts.save(actorOf(request), { visitId, version }, input));
    return this.sendText(reply, text);
  }

  @Post('paper-makings')
  async make(@Param('id') key: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const { id } = await this.visits.byIdOrSlug(key);
    const { status, body } = await idempotently(this.dataSource, request, async () => ({
      status: 201,
      body: makingJson(await this.ask.run(actorOf(request), id)),
    }));
    if (status === 201)
      reply.header(
        'location',
        `${apiPath}/visits/${id}/paper-makings/${(body as ReturnType<typeof makingJson>).id}`,
      );
    return reply.code(status).headers(notKept).send(body);
  }

  @Get('paper-makings/:makingId')
  async follow(@Param('id') key: string, @Param('makingId') makingId: string, @Res() reply: FastifyReply) {
    const { id } = await this.visits.byIdOrSlug(key);
    return reply.headers(notKept).send(makingJson(await this.ask.one(id, makingId)));
  }

  /** Sent again, it does nothing more; it takes a key like every POST. */
  @Post('paper-makings/:makingId/cancel')
  async cancel(
    @Param('id') key: string,
    @Param('makingId') makingId: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const { id } = await this.visits.byIdOrSlug(key);
    const { status, body } = await idempotently(this.dataSource, request, async () => ({
      status: 200,
      body: makingJson(await this.ask.cancel(id, makingId)),
    }));
    return reply.code(status).headers(notKept).send(body);
  }

  @Get('paper-makings/:makingId/papers.zip')
  async archive(@Param('id') key: string, @Param('makingId') makingId: string, @Res() reply: FastifyReply) {
    const { id, title } = await this.visits.byIdOrSlug(key);
    const pieces = await this.files.archive(id, makingId);
    return reply
      .headers(downloadHeaders({ fileName: `Papers, ${title}.zip`, type: 'application/zip' }))
      .send(Readable.from(pieces));
  }

  private sendText(reply: FastifyReply, text: EmergencyText) {
    const json = emergencyTextJson(text);
    return reply.headers({ ...notKept, etag: versionTag(json.version) }).send(json);
  }
}
