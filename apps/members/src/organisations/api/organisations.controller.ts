import { Controller, Get, Param, Post, Put, Query, Req, Res } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { DataSource } from 'typeorm';
import {
  actorOf,
  asPrecondition,
  idempotently,
  notKept,
  readJson,
  readQuery,
  requiredVersion,
  versionTag,
  type SentQuery,
} from '#platform';
import { apiPath } from '../../api/addresses.js';
import { ChangeCategory } from '../change-category.js';
import { ChangeStatus } from '../change-status.js';
import { CreateOrganisation } from '../create-organisation.js';
import { dateFromIso } from '../domain/dates.js';
import type { Organisation } from '../domain/organisation.js';
import { EditOrganisation } from '../edit-organisation.js';
import { listOf } from '../managing/domain/organisation-list.js';
import { ReadOrganisation } from '../managing/read-organisation.js';
import { organisationJson, readDetails, revisionJson } from './organisation-json.js';
import {
  categoryInput,
  organisationEdit,
  organisationInput,
  organisationsQuery,
  statusInput,
  type OrganisationOutput,
} from './organisation.schema.js';
import { PageOrganisations } from './page-organisations.js';

@Controller('api/v1/members/organisations')
export class OrganisationsController {
  constructor(
    private readonly pageOrganisations: PageOrganisations,
    private readonly organisations: ReadOrganisation,
    private readonly createOrganisation: CreateOrganisation,
    private readonly editOrganisation: EditOrganisation,
    private readonly changeStatus: ChangeStatus,
    private readonly changeCategory: ChangeCategory,
    @InjectDataSource() private readonly dataSource: DataSource,
  ) {}

  @Get()
  async list(@Query() query: SentQuery, @Res() reply: FastifyReply) {
    const { q, category, status, kind, ...paging } = readQuery(query, organisationsQuery);
    const list = listOf({ text: q?.trim() ?? '', category: category ?? null, status, kind: kind ?? '' });
    const { items, nextCursor } = await this.pageOrganisations.page(list, paging);
    return reply.headers(notKept).send({ items: items.map(organisationJson), nextCursor });
  }

  @Get(':id')
  async show(@Param('id') id: string, @Res() reply: FastifyReply) {
    return send(reply, organisationJson(await this.organisations.read(id)));
  }

  @Get(':id/revisions')
  async revisions(@Param('id') asked: string, @Res() reply: FastifyReply) {
    const { id } = await this.organisations.read(asked);
    const history = await this.organisations.history(id);
    return reply.headers(notKept).send({ items: history.map(revisionJson) });
  }

  @Post()
  async create(@Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const { category, status, ...details } = readJson(request, organisationInput);
    const input = { ...readDetails(details), category, status };
    return this.post(request, reply, 201, () => this.createOrganisation.run(actorOf(request), input));
  }

  @Put(':id')
  async edit(@Param('id') id: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const version = requiredVersion(request);
    const input = readDetails(readJson(request, organisationEdit));
    const edited = await asPrecondition(this.editOrganisation.run(actorOf(request), id, version, input));
    return send(reply, organisationJson(edited));
  }

  @Post(':id/status')
  async status(@Param('id') id: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const version = requiredVersion(request);
    const { status, on, reason } = readJson(request, statusInput);
    const change = { to: status, version, on: dateFromIso(on, 'on'), reason };
    return this.post(request, reply, 200, () => this.changeStatus.run(actorOf(request), id, change));
  }

  @Post(':id/category')
  async category(@Param('id') id: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const version = requiredVersion(request);
    const { category, on, reason } = readJson(request, categoryInput);
    const change = { to: category, version, on: dateFromIso(on, 'on'), reason };
    return this.post(request, reply, 200, () => this.changeCategory.run(actorOf(request), id, change));
  }

  /** Runs a POST whose answer is an organisation, once per `Idempotency-Key`. */
  private async post(
    request: FastifyRequest,
    reply: FastifyReply,
    status: 200 | 201,
    work: () => Promise<Organisation>,
  ) {
    const answer = await idempotently(this.dataSource, request, async () => ({
      status,
      body: organisationJson(await asPrecondition(work())),
    }));
    const organisation = answer.body as OrganisationOutput;
    if (answer.status === 201) reply.header('location', `${apiPath}/organisations/${organisation.id}`);
    return send(reply.code(answer.status), organisation);
  }
}

/** Answers with an organisation, its record's version as ETag. */
function send(reply: FastifyReply, organisation: OrganisationOutput) {
  return reply.headers({ ...notKept, etag: versionTag(organisation.version) }).send(organisation);
}
