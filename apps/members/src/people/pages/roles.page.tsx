import { Body, Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { actorOf } from '#platform';
import { BackLink, form, Site, submittedValues, textIn, type Form } from '#ui';
import { personPath } from '../addresses.js';
import { ChangeRole } from '../change-role.js';
import type { Person } from '../domain/person.js';
import { objectionToGranting } from '../domain/who-may.js';
import { ReadPerson } from '../read-person.js';
import { errorsOf } from './errors-of.js';
import { RolesView } from './roles.view.js';

/** Gives and withdraws the roles of staff and administrators. */
@Controller('members/manage/people/:id/roles')
export class RolesPage {
  constructor(
    private readonly site: Site,
    private readonly people: ReadPerson,
    private readonly changeRole: ChangeRole,
  ) {}

  @Get()
  async show(@Param('id') id: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    return this.sendForm(request, reply, await this.people.read(id), form());
  }

  @Post()
  async change(
    @Param('id') id: string,
    @Body() body: unknown,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const values = submittedValues(body);
    const role = textIn(values, 'role');
    const person = await this.people.read(id);
    const actor = actorOf(request);
    try {
      const isGrant = textIn(values, 'change') === 'grant';
      if (isGrant) await this.changeRole.grant(actor, person.id, role);
      else await this.changeRole.withdraw(actor, person.id, role);
      return this.site.redirect(reply, personPath(person.id, 'roles'), {
        type: 'success',
        text: `${isGrant ? 'The role is given to' : 'The role is withdrawn from'} ${person.name}. They have to sign in anew, everywhere.`,
      });
    } catch (error) {
      return this.sendForm(request, reply, person, form({}, errorsOf(error, [])), 422);
    }
  }

  private async sendForm(
    request: FastifyRequest,
    reply: FastifyReply,
    person: Person,
    shown: Form,
    status = 200,
  ) {
    return this.site.send(
      request,
      reply,
      {
        title: `Roles: ${person.name}`,
        hasErrors: shown.errors.length > 0,
        noIndex: true,
        before: <BackLink href={personPath(person.id)}>Back to {person.name}</BackLink>,
        main: (
          <RolesView
            person={person}
            shown={shown}
            objection={objectionToGranting(request.identity, person)}
          />
        ),
      },
      status,
    );
  }
}
