import { Body, Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { actorOf, Problem } from '#platform';
import { BackLink, form, pickFields, readVersion, Site, submittedValues, type Form } from '#ui';
import { personPath } from '../addresses.js';
import type { Person } from '../domain/person.js';
import { EditPerson } from '../edit-person.js';
import type { PersonRevisionRow } from '../person-revision.entity.js';
import { ReadPerson } from '../read-person.js';
import { EditPersonView } from './edit-person.view.js';
import { errorsOf } from './errors-of.js';
import { factNames, factsIn, factsOf } from './facts-fields.js';

/** Changes what is said of a person. */
@Controller('members/manage/people/:id/edit')
export class EditPersonPage {
  constructor(
    private readonly site: Site,
    private readonly people: ReadPerson,
    private readonly editPerson: EditPerson,
  ) {}

  @Get()
  async show(@Param('id') id: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const person = await this.people.read(id);
    return this.sendForm(request, reply, { person, shown: form(factsOf(person)) });
  }

  @Post()
  async save(
    @Param('id') id: string,
    @Body() body: unknown,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const sent = submittedValues(body);
    const values = pickFields(sent, factNames);
    const version = readVersion(sent) ?? 0;
    const person = await this.people.read(id);
    try {
      const after = await this.editPerson.run(actorOf(request), person.id, version, factsIn(values));
      return this.site.redirect(reply, personPath(after.id), {
        type: 'success',
        text: `What is said of ${after.name} is saved.`,
      });
    } catch (error) {
      if (error instanceof Problem && error.status === 409) {
        const since = await this.people.since(person, version);
        return this.sendForm(request, reply, { person, shown: form(values), since }, 409);
      }
      const shown = form(values, errorsOf(error, factNames));
      return this.sendForm(request, reply, { person, shown, version }, 422);
    }
  }

  private async sendForm(
    request: FastifyRequest,
    reply: FastifyReply,
    page: {
      readonly person: Person;
      readonly shown: Form;
      readonly since?: readonly PersonRevisionRow[];
      readonly version?: number;
    },
    status = 200,
  ) {
    const { person, shown } = page;
    return this.site.send(
      request,
      reply,
      {
        title: `Edit: ${person.name}`,
        hasErrors: shown.errors.length > 0,
        noIndex: true,
        before: <BackLink href={personPath(person.id)}>Back to {person.name}</BackLink>,
        main: (
          <EditPersonView
            person={person}
            shown={shown}
            since={page.since ?? []}
            version={page.version ?? person.version}
          />
        ),
      },
      status,
    );
  }
}
