import { Controller, Get, Param, Post, Query, Req, Res } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { DataSource } from 'typeorm';
import { actorOf, idempotently, notKept, readJson, readQuery, RunOnce, type SentQuery } from '#platform';
import { PageConferences } from '../../../conferences/api/page-conferences.js';
import { FindReaders } from '../find-readers.js';
import { readSelection, type Selection } from '../selection.js';
import { SendMailing } from '../send-mailing.js';
import { mailingInput, readersQuery } from './mailing.schema.js';

/** Mail to some of those who come to a conference, for programs of staff. */
@Controller('api/v1/conference-registration/conferences/:id/mailings')
export class MailingsController {
  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    private readonly runOnce: RunOnce,
    private readonly conferences: PageConferences,
    private readonly readers: FindReaders,
    private readonly mailing: SendMailing,
  ) {}

  @Get('readers')
  async count(@Param('id') name: string, @Query() query: SentQuery, @Res() reply: FastifyReply) {
    const selection = selectionOf(readQuery(query, readersQuery));
    const { id } = await this.conferences.one(name, true);
    const { readers, withoutAddress } = await this.readers.of(id, selection);
    return reply.headers(notKept).send({ readers: readers.length, withoutAddress });
  }

  @Post()
  async send(@Param('id') name: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const { subject, text, expectedReaders, ...sent } = readJson(request, mailingInput);
    const selection = selectionOf(sent);
    const { id } = await this.conferences.one(name, true);
    const { status, body } = await idempotently(this.dataSource, request, async (attempt) => {
      const actor = actorOf(request);
      const mailingId = await this.runOnce.run(actor, attempt.id, {}, (manager) =>
        this.mailing.run(manager, actor, id, selection, { subject, text }, expectedReaders),
      );
      return { status: 201, body: { id: mailingId, readers: expectedReaders } };
    });
    return reply.code(status).headers(notKept).send(body);
  }
}

interface Sent {
  readonly to: string;
  readonly state: string;
  readonly ticket?: string | undefined;
  readonly organisation?: string | undefined;
  readonly order?: string | undefined;
  readonly paid?: string | undefined;
}

/** @throws Problem 422 for a state that there is not */
const selectionOf = ({ to, state, ticket = '', organisation = '', order = '', paid = '' }: Sent): Selection =>
  readSelection({ to, state, ticket, organisation, order, paid });
