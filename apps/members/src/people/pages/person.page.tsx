import { Controller, Get, Inject, Param, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { validate as isUuid } from 'uuid';
import { BackLink, Site } from '#ui';
import { homeDay } from '../../domain/home-day.js';
import { CLOCK, type Clock } from '../../tokens.js';
import { peoplePath, personPath } from '../addresses.js';
import { ReadErasure } from '../../erasing/read-erasure.js';
import { ReadPerson } from '../read-person.js';
import { RightsOf } from '../rights-of.js';
import { ErasedView } from './erased.view.js';
import { PersonView } from './person.view.js';

/** A person as staff see them: what is known, where they belong, what can be done, and what was done. */
@Controller('members/manage/people/:id')
export class PersonPage {
  constructor(
    private readonly site: Site,
    private readonly people: ReadPerson,
    private readonly rights: RightsOf,
    private readonly erasures: ReadErasure,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get()
  async show(@Param('id') id: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const erasure = isUuid(id) ? await this.erasures.ofPerson(id) : null;
    if (erasure !== null) {
      return this.site.send(request, reply, {
        title: 'Erased person',
        noIndex: true,
        before: <BackLink href={peoplePath}>People</BackLink>,
        main: <ErasedView erasure={erasure} />,
      });
    }
    const person = await this.people.read(id);
    if (person.id !== id) {
      return this.site.redirect(reply, personPath(person.id), {
        type: 'important',
        text: 'The record that you asked for was merged into this one.',
      });
    }
    const [history, names, rights] = await Promise.all([
      this.people.history(person),
      this.people.names(person),
      this.rights.ofPerson(person),
    ]);
    return this.site.send(request, reply, {
      title: person.name,
      noIndex: true,
      before: <BackLink href={peoplePath}>People</BackLink>,
      main: (
        <PersonView
          person={person}
          history={history}
          names={names}
          roles={rights?.roles ?? []}
          asker={request.identity}
          today={homeDay(this.clock())}
        />
      ),
    });
  }
}
