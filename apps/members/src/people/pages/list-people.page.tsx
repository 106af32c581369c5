import { Controller, Get, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { BackLink, Site } from '#ui';
import { readPeopleList, type PeopleQuery } from '../domain/people-list.js';
import { FindPeople } from '../find-people.js';
import { ReadPerson } from '../read-person.js';
import { ListPeopleView, pageSize } from './list-people.view.js';

/** Everybody whom the network has a record of. */
@Controller('members/manage/people')
export class ListPeoplePage {
  constructor(
    private readonly site: Site,
    private readonly people: ReadPerson,
    private readonly findPeople: FindPeople,
  ) {}

  @Get()
  async show(@Query() query: PeopleQuery, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const list = readPeopleList(query);
    const [found, organisations, boards] = await Promise.all([
      this.findPeople.list(list, pageSize),
      this.people.organisations(),
      this.people.boards(),
    ]);
    return this.site.send(request, reply, {
      title: 'People',
      noIndex: true,
      before: <BackLink href="/members/manage">Manage the network</BackLink>,
      main: <ListPeopleView list={list} found={found} organisations={organisations} boards={boards} />,
    });
  }
}
