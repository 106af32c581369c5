import { Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { actorOf } from '#platform';
import { BackLink, Site } from '#ui';
import { affiliationPath, personPath } from '../addresses.js';
import type { Person } from '../domain/person.js';
import { EndAffiliation } from '../end-affiliation.js';
import { ReadPerson } from '../read-person.js';
import { ConfirmView } from './confirm.view.js';

/** Takes a person out of an organisation, once that is confirmed. */
@Controller('members/manage/people/:id/organisations/:organisation/end')
export class EndAffiliationPage {
  constructor(
    private readonly site: Site,
    private readonly people: ReadPerson,
    private readonly endAffiliation: EndAffiliation,
  ) {}

  @Get()
  async ask(
    @Param('id') id: string,
    @Param('organisation') organisationId: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const person = await this.people.read(id);
    const name = await this.nameOf(person, organisationId);
    if (name === null) return this.goBack(reply, person);
    return this.site.send(request, reply, {
      title: `Take out of ${name}: ${person.name}`,
      noIndex: true,
      before: <BackLink href={personPath(person.id)}>Back to {person.name}</BackLink>,
      main: (
        <ConfirmView
          heading={`Take ${person.name} out of ${name}?`}
          action={affiliationPath(person.id, organisationId, 'end')}
          button="Take them out"
          isWarning
          cancelPath={personPath(person.id)}
          cancel="Leave them in"
        >
          <p class="govuk-body">
            They do not belong to it any more, and no longer book for it if they did. What they were there
            stays in the history of their record.
          </p>
        </ConfirmView>
      ),
    });
  }

  @Post()
  async end(
    @Param('id') id: string,
    @Param('organisation') organisationId: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const person = await this.people.read(id);
    const name = await this.nameOf(person, organisationId);
    // A second press of the button: what it asks for is done.
    if (name === null) return this.goBack(reply, person);
    await this.endAffiliation.run(actorOf(request), person.id, organisationId);
    return this.site.redirect(reply, personPath(person.id), {
      type: 'success',
      text: `${person.name} does not belong to ${name} any more.`,
    });
  }

  private async nameOf(person: Person, organisationId: string): Promise<string | null> {
    const { organisations } = await this.people.names(person);
    return organisations.get(organisationId) ?? null;
  }

  private goBack(reply: FastifyReply, person: Person) {
    return this.site.redirect(reply, personPath(person.id), {
      type: 'important',
      text: `${person.name} does not belong to that organisation.`,
    });
  }
}
