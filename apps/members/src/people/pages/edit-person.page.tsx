import { Body, Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { BackLink, Site } from '#ui';
import { personPath } from '../addresses.js';
import { EditPerson } from '../edit-person.js';
import { ReadPerson } from '../read-person.js';
import { FactsFormView } from './facts-form.view.js';
import { factsForm, saveFacts, type FactsForm } from './save-facts.js';

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
    return this.sendForm(request, reply, factsForm(await this.people.read(id)));
  }

  @Post()
  async save(
    @Param('id') id: string,
    @Body() body: unknown,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const { people, editPerson } = this;
    const person = await people.read(id);
    const again = await saveFacts(request, person, body, { people, editPerson });
    if (again) return this.sendForm(request, reply, again);
    return this.site.redirect(reply, personPath(person.id), {
      type: 'success',
      text: 'The record is saved.',
    });
  }

  private async sendForm(request: FastifyRequest, reply: FastifyReply, facts: FactsForm) {
    const { person, shown } = facts;
    return this.site.send(
      request,
      reply,
      {
        title: `Edit: ${person.name}`,
        hasErrors: shown.errors.length > 0,
        noIndex: true,
        before: <BackLink href={personPath(person.id)}>Back to {person.name}</BackLink>,
        main: (
          <FactsFormView
            {...facts}
            heading={`Edit what is said of ${person.name}`}
            action={personPath(person.id, 'edit')}
            backPath={personPath(person.id)}
          />
        ),
      },
      facts.status,
    );
  }
}
