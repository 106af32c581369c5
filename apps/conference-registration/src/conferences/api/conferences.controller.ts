import { Controller, Delete, Get, Inject, Param, Post, Put, Query, Req, Res } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { DataSource } from 'typeorm';
import {
  actorOf,
  asPrecondition,
  idempotently,
  isStaff,
  notKept,
  readJson,
  readQuery,
  requiredVersion,
  Transactions,
  versionTag,
  type SentQuery,
} from '#platform';
import { apiPath } from '../../openapi/api-part.js';
import { dayFromIso } from '../../set-up/domain/days.js';
import type { ConferenceSettings } from '../../settings.js';
import { SETTINGS } from '../../tokens.js';
import { ChangeConferenceStatus } from '../change-conference-status.js';
import { ConferenceHistory } from '../conference-history.js';
import type { ConferenceRow } from '../conference.entity.js';
import { CopyConference } from '../copy-conference.js';
import { CreateConference } from '../create-conference.js';
import { DeleteConferenceDraft } from '../delete-conference-draft.js';
import { EditConference } from '../edit-conference.js';
import { FindHost } from '../find-host.js';
import { conferenceJson, readConference, revisionJson } from './conference-json.js';
import {
  conferenceInput,
  conferencesQuery,
  conferenceStatusInput,
  copyInput,
  type ConferenceOutput,
} from './conference.schema.js';
import { PageConferences } from './page-conferences.js';

/** Conferences, for programs. */
@Controller('api/v1/conference-registration/conferences')
export class ConferencesController {
  constructor(
    private readonly pages: PageConferences,
    private readonly create: CreateConference,
    private readonly edit: EditConference,
    private readonly copy: CopyConference,
    private readonly changeStatus: ChangeConferenceStatus,
    private readonly deleteDraft: DeleteConferenceDraft,
    private readonly history: ConferenceHistory,
    private readonly hosts: FindHost,
    private readonly transactions: Transactions,
    @InjectDataSource() private readonly dataSource: DataSource,
    @Inject(SETTINGS) private readonly settings: ConferenceSettings,
  ) {}

  @Get()
  async list(@Query() query: SentQuery, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const asked = readQuery(query, conferencesQuery);
    const { items, nextCursor } = await this.pages.page(isStaff(request.identity), asked);
    return reply.headers(notKept).send({ items: items.map((row) => this.json(row)), nextCursor });
  }

  @Get(':id')
  async show(@Param('id') id: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    return send(reply, this.json(await this.pages.one(id, isStaff(request.identity))));
  }

  @Get(':id/revisions')
  async revisions(@Param('id') asked: string, @Res() reply: FastifyReply) {
    const { id } = await this.pages.one(asked, true);
    const history = await this.history.of(id);
    return reply.headers(notKept).send({ items: history.map(revisionJson) });
  }

  @Post()
  async add(@Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const sent = readJson(request, conferenceInput);
    const input = readConference(sent, await this.hosts.named(sent.host));
    return this.post(request, reply, 201, () =>
      this.transactions.run((manager) => this.create.run(manager, actorOf(request), input)),
    );
  }

  @Put(':id')
  async change(@Param('id') id: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const version = requiredVersion(request);
    const sent = readJson(request, conferenceInput);
    const input = readConference(sent, await this.hosts.named(sent.host));
    return send(reply, this.json(await asPrecondition(this.edit.run(actorOf(request), id, version, input))));
  }

  @Delete(':id')
  async remove(@Param('id') id: string, @Res() reply: FastifyReply) {
    await this.deleteDraft.run(id, null);
    return reply.code(204).headers(notKept).send();
  }

  @Post(':id/status')
  async status(@Param('id') id: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const version = requiredVersion(request);
    const { status, reason } = readJson(request, conferenceStatusInput);
    return this.post(request, reply, 200, () =>
      this.changeStatus.run(actorOf(request), id, { to: status, version, reason }),
    );
  }

  @Post(':id/copy')
  async copied(@Param('id') id: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const { title, firstDay } = readJson(request, copyInput);
    const input = { title, firstDay: dayFromIso(firstDay, 'firstDay') };
    return this.post(request, reply, 201, () =>
      this.transactions.run((manager) => this.copy.run(manager, actorOf(request), id, input)),
    );
  }

  /** Runs a POST whose answer is a conference, once per `Idempotency-Key`. */
  private async post(
    request: FastifyRequest,
    reply: FastifyReply,
    status: 200 | 201,
    work: () => Promise<ConferenceRow>,
  ) {
    const answer = await idempotently(this.dataSource, request, async () => ({
      status,
      body: this.json(await asPrecondition(work())),
    }));
    const conference = answer.body as ConferenceOutput;
    if (answer.status === 201) reply.header('location', `${apiPath}/conferences/${conference.id}`);
    return send(reply.code(answer.status), conference);
  }

  private json(row: ConferenceRow): ConferenceOutput {
    return conferenceJson(row, this.settings.PUBLIC_URL);
  }
}

/** Answers with a conference, its version as ETag. */
function send(reply: FastifyReply, conference: ConferenceOutput) {
  return reply.headers({ ...notKept, etag: versionTag(conference.version) }).send(conference);
}
