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
import { CreatePerson } from '../create-person.js';
import { readPeopleList } from '../domain/people-list.js';
import { EditPerson } from '../edit-person.js';
import { ReadPerson } from '../read-person.js';
import { PagePeople } from './page-people.js';
import { peopleQuery, personEdit, personInput, type PersonOutput } from './people.schema.js';
import { personJson } from './person-json.js';

@Controller('api/v1/members/people')
export class PeopleController {
  constructor(
    private readonly pagePeople: PagePeople,
    private readonly people: ReadPerson,
    private readonly createPerson: CreatePerson,
    private readonly editPerson: EditPerson,
    @InjectDataSource() private readonly dataSource: DataSource,
  ) {}

  @Get()
  async list(@Query() query: SentQuery, @Res() reply: FastifyReply) {
    const asked = readQuery(query, peopleQuery);
    const { items, nextCursor } = await this.pagePeople.page(readPeopleList(query), asked);
    return reply.headers(notKept).send({ items: items.map(personJson), nextCursor });
  }

  @Get(':id')
  async show(@Param('id') id: string, @Res() reply: FastifyReply) {
    return send(reply, personJson(await this.people.read(id)));
  }

  @Post()
  async create(@Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const { email, ...input } = readJson(request, personInput);
    const answer = await idempotently(this.dataSource, request, async () => {
      const given = { ...input, email: email ?? '', verifiedAt: null };
      const person = await this.createPerson.run(actorOf(request), given);
      return { status: 201, body: personJson(person) };
    });
    const person = answer.body as PersonOutput;
    return send(reply.code(answer.status).header('location', `${apiPath}/people/${person.id}`), person);
  }

  @Put(':id')
  async edit(@Param('id') id: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const version = requiredVersion(request);
    const input = readJson(request, personEdit);
    const known = await this.people.read(id);
    const person = await asPrecondition(this.editPerson.run(actorOf(request), known.id, version, input));
    return send(reply, personJson(person));
  }
}

/** Answers with a person, their record's version as ETag. */
function send(reply: FastifyReply, person: PersonOutput) {
  return reply.headers({ ...notKept, etag: versionTag(person.version) }).send(person);
}
