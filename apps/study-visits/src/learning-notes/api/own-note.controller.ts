import { Controller, Get, Param, Post, Put, Req, Res } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { DataSource } from 'typeorm';
import { asPrecondition, idempotently, notKept, readJson, requiredVersion, versionTag } from '#platform';
import { KeepOwnNote } from '../own-note.js';
import { blankNote, noteJson } from './note-json.js';
import { noteInput } from './note.schema.js';

/** What a traveller learned, by their own link, for programs. */
@Controller('api/v1/study-visits/traveller-links/:secret/learning-note')
export class OwnNoteController {
  constructor(
    private readonly notes: KeepOwnNote,
    @InjectDataSource() private readonly dataSource: DataSource,
  ) {}

  @Get()
  async show(@Param('secret') secret: string, @Res() reply: FastifyReply) {
    const own = await this.ownJson(secret);
    return reply.headers({ ...notKept, etag: versionTag(own.version) }).send(own);
  }

  @Put()
  async save(@Param('secret') secret: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const isNew = request.headers['if-match']?.trim() === versionTag(0);
    const version = isNew ? 0 : requiredVersion(request);
    const input = readJson(request, noteInput);
    const own = noteJson(await asPrecondition(this.notes.save(secret, version, input)));
    return reply.headers({ ...notKept, etag: versionTag(own.version) }).send(own);
  }

  @Post('take-back')
  async takeBack(
    @Param('secret') secret: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const answer = await idempotently(this.dataSource, request, async () => {
      await this.notes.takeBack(secret);
      return { status: 200, body: await this.ownJson(secret) };
    });
    return reply.code(answer.status).headers(notKept).send(answer.body);
  }

  private async ownJson(secret: string) {
    const { note } = await this.notes.of(secret);
    return note === null ? blankNote : noteJson(note);
  }
}
