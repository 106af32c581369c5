import { Body, Controller, Get, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { actorOf, Problem } from '#platform';
import { BackLink, form, pickFields, readVersion, Site, submittedValues, type Form } from '#ui';
import { ownDetailsPath } from '../addresses.js';
import type { Person } from '../domain/person.js';
import { EditPerson } from '../edit-person.js';
import type { PersonRevisionRow } from '../person-revision.entity.js';
import { ReadPerson } from '../read-person.js';
import { errorsOf } from './errors-of.js';
import { factNames, factsIn, factsOf } from './facts-fields.js';
import { OwnDetailsView } from './own-details.view.js';

/** Lets people put right what is said of them; staff who act for them do it in their name. */
@Controller('members/account/details')
export class OwnDetailsPage {
  constructor(
    private readonly site: Site,
    private readonly people: ReadPerson,
    private readonly editPerson: EditPerson,
  ) {}

  @Get()
  async show(@Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const person = await this.own(request);
    return this.sendForm(request, reply, { person, shown: form(factsOf(person)) });
  }

  @Post()
  async save(@Body() body: unknown, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const sent = submittedValues(body);
    const values = pickFields(sent, factNames);
    const version = readVersion(sent) ?? 0;
    const person = await this.own(request);
    try {
      await this.editPerson.run(actorOf(request), person.id, version, factsIn(values));
      return this.site.redirect(reply, ownDetailsPath, { type: 'success', text: 'Your details are saved.' });
    } catch (error) {
      if (error instanceof Problem && error.status === 409) {
        const since = await this.people.since(person, version);
        return this.sendForm(request, reply, { person, shown: form(values), since }, 409);
      }
      const shown = form(values, errorsOf(error, factNames));
      return this.sendForm(request, reply, { person, shown, version }, 422);
    }
  }

  private async own({ identity }: FastifyRequest): Promise<Person> {
    return this.people.read(identity.personId ?? '');
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
        title: 'Your details',
        hasErrors: shown.errors.length > 0,
        noIndex: true,
        before: <BackLink href="/members/account">Your account</BackLink>,
        main: (
          <OwnDetailsView
            person={person}
            names={await this.people.names(person)}
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
