import { Controller, Get, Param, Post, Put, Req, Res } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { DataSource } from 'typeorm';
import { asPrecondition, idempotently, notKept, readJson, requiredVersion, versionTag } from '#platform';
import { referenceJson } from '../../applications/api/application-json.js';
import { referenceInput } from '../../applications/api/application.schema.js';
import { AnswerReference } from '../answer-reference.js';
import { OpenReference } from '../open-reference.js';

/** A reference by the link of whoever was asked for it, for programs. */
@Controller('api/v1/study-visits/reference-links/:secret')
export class ReferenceLinksController {
  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    private readonly references: OpenReference,
    private readonly answer: AnswerReference,
  ) {}

  @Get()
  async show(@Param('secret') secret: string, @Res() reply: FastifyReply) {
    const body = referenceJson(await this.references.read(secret));
    return reply.headers({ ...notKept, etag: versionTag(body.version) }).send(body);
  }

  @Put()
  async give(@Param('secret') secret: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const version = requiredVersion(request);
    const { text } = readJson(request, referenceInput);
    await asPrecondition(this.answer.give(secret, text, version));
    return this.show(secret, reply);
  }

  @Post('decline')
  async decline(@Param('secret') secret: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const answer = await idempotently(this.dataSource, request, async () => {
      await this.answer.decline(secret);
      return { status: 200, body: referenceJson(await this.references.read(secret)) };
    });
    return reply.code(answer.status).headers(notKept).send(answer.body);
  }
}
