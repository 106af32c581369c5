import { Controller, Get, Inject, Param, Post, Query, Req, Res } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { DataSource } from 'typeorm';
import { ConfirmImport } from '#imports';
import {
  cursorPage,
  decodeCursor,
  idempotently,
  Problem,
  readJson,
  readQuery,
  type SentQuery,
  actorOf,
  notKept,
} from '#platform';
import { FileBody } from '../imports/file-bodies.js';
import type { ImportEntity } from '../imports/import.entity.js';
import { ImportsRepository } from '../imports/imports.repository.js';
import { UploadImport } from '../imports/upload-import.js';
import { usualDefaults } from '../imports/usual-defaults.js';
import type { CalendarSettings } from '../settings.js';
import { SETTINGS } from '../tokens.js';
import { apiPath } from './addresses.js';
import { importJson, importRowJson } from './json/import-json.js';
import { confirmInput, rowsQuery, uploadQuery, type ImportOutput } from './schemas/imports.schema.js';

/** Importing files, as the pages do it: uploaded, looked at, confirmed. */
@Controller('api/v1/events-calendar/imports')
export class ImportsController {
  constructor(
    private readonly uploadImport: UploadImport,
    private readonly confirmImport: ConfirmImport<ImportEntity>,
    private readonly imports: ImportsRepository,
    @InjectDataSource() private readonly dataSource: DataSource,
    @Inject(SETTINGS) private readonly settings: CalendarSettings,
  ) {}

  @Post()
  async upload(@Query() query: SentQuery, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const { name, kind, format, audience, status } = readQuery(query, uploadQuery);
    const { body } = request;
    if (!(body instanceof FileBody)) throw notAFile();
    const defaults = {
      kind: kind ?? usualDefaults.kind,
      format: format ?? usualDefaults.format,
      audience: audience ?? usualDefaults.audience,
      status: status ?? usualDefaults.status,
      zone: usualDefaults.zone,
    };
    return this.accept(request, reply, async () =>
      this.uploadImport.run(actorOf(request), { fileName: name, bytes: body.bytes, defaults }),
    );
  }

  @Get(':id')
  async show(@Param('id') id: string, @Res() reply: FastifyReply) {
    return reply.headers(notKept).send(await this.json(id));
  }

  /** In the order of the file. */
  @Get(':id/rows')
  async rows(@Param('id') id: string, @Query() query: SentQuery, @Res() reply: FastifyReply) {
    const { outcome, cursor, limit } = readQuery(query, rowsQuery);
    await this.confirmImport.read(id);
    const after = cursor === undefined ? -1 : Number(decodeCursor(cursor, [/^\d{1,6}$/] as const)[0]);
    const rows = await this.imports.rowsAfter(id, outcome ?? null, after, limit + 1);
    const { items, nextCursor } = cursorPage(rows, limit, ({ number }) => [String(number)]);
    return reply.headers(notKept).send({ items: items.map(importRowJson), nextCursor });
  }

  /** What was confirmed before is not done again. */
  @Post(':id/confirm')
  async confirm(@Param('id') id: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const { leaveOutProblems } = readJson(request, confirmInput);
    return this.accept(request, reply, async () => {
      await this.confirmImport.run(actorOf(request), id, leaveOutProblems);
      return id;
    });
  }

  /** Answers 202: what was asked for goes on, and the import's own address tells how far it is. */
  private async accept(request: FastifyRequest, reply: FastifyReply, work: () => Promise<string>) {
    const answer = await idempotently(this.dataSource, request, async () => ({
      status: 202,
      body: await this.json(await work()),
    }));
    const { id } = answer.body as ImportOutput;
    return reply
      .code(answer.status)
      .headers({ ...notKept, location: `${apiPath}/imports/${id}` })
      .send(answer.body);
  }

  private async json(id: string): Promise<ImportOutput> {
    return importJson(await this.confirmImport.read(id), this.settings.PUBLIC_URL);
  }
}

const notAFile = () =>
  new Problem({
    status: 415,
    code: 'unsupported-media-type',
    title: 'We could not read that',
    detail: 'Send a file as the body, with the header Content-Type: text/csv or text/calendar.',
  });
