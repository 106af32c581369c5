import { Body, Controller, Get, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { BackLink, Site } from '#ui';
import { ownDetailsPath } from '../addresses.js';
import type { Person } from '../domain/person.js';
import { EditPerson } from '../edit-person.js';
import { ReadPerson } from '../read-person.js';
import { OwnDetailsView } from './own-details.view.js';
import { factsForm, saveFacts, type FactsForm } from './save-facts.js';

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
    return this.sendForm(request, reply, factsForm(await this.own(request)));
  }

  @Post()
  async save(@Body() body: unknown, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const { people, editPerson } = this;
    const again = await saveFacts(request, await this.own(request), body, { people, editPerson });
    if (again) return this.sendForm(request, reply, again);
    return this.site.redirect(reply, ownDetailsPath, { type: 'success', text: 'Your details are saved.' });
  }

  private async own({ identity }: FastifyRequest): Promise<Person> {
    return this.people.read(identity.personId ?? '');
  }

  private async sendForm(request: FastifyRequest, reply: FastifyReply, facts: FactsForm) {
    const names = await this.people.names(facts.person);
    return this.site.send(
      request,
      reply,
      {
        title: 'Your details',
        hasErrors: facts.shown.errors.length > 0,
        noIndex: true,
        before: <BackLink href="/members/account">Your account</BackLink>,
        main: <OwnDetailsView {...facts} names={names} />,
      },
      facts.status,
    );
  }
}
