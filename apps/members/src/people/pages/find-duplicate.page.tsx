import { Controller, Get, Param, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { BackLink, Site } from '#ui';
import { personPath } from '../addresses.js';
import { readPeopleList, type PeopleQuery } from '../domain/people-list.js';
import { FindPeople } from '../find-people.js';
import { ReadPerson } from '../read-person.js';
import { FindDuplicateView, mostFound } from './find-duplicate.view.js';

/** Finds the other record of a person who has two. */
@Controller('members/manage/people/:id/merge')
export class FindDuplicatePage {
  constructor(
    private readonly site: Site,
    private readonly people: ReadPerson,
    private readonly findPeople: FindPeople,
  ) {}

  @Get()
  async show(
    @Param('id') id: string,
    @Query() query: PeopleQuery,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const person = await this.people.read(id);
    const asked = readPeopleList({ q: query['q'] });
    // Two records of one person often have the last name in common.
    const text = query['q'] === undefined ? (person.name.split(' ').at(-1) ?? '') : asked.text;
    const found = await this.findPeople.list({ ...asked, text }, mostFound + 1);
    return this.site.send(request, reply, {
      title: `Merge with another record: ${person.name}`,
      noIndex: true,
      before: <BackLink href={personPath(person.id)}>Back to {person.name}</BackLink>,
      main: (
        <FindDuplicateView
          person={person}
          text={text}
          found={found.items.filter((one) => one.id !== person.id)}
          total={found.total}
        />
      ),
    });
  }
}
