import { randomUUID } from 'node:crypto';
import { Body, Controller, Get, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { actorOf, RunOnce } from '#platform';
import { BackLink, form, pickFields, readToken, Site, submittedValues, textIn, type Form } from '#ui';
import { peoplePath, personPath } from '../addresses.js';
import { CreatePerson } from '../create-person.js';
import { ReadPerson } from '../read-person.js';
import { affiliationIn, affiliationNames } from './affiliation-fields.js';
import { errorsOf } from './errors-of.js';
import { factNames, factsIn } from './facts-fields.js';
import { NewPersonView } from './new-person.view.js';

const fields = [...factNames, 'email', ...affiliationNames];

/** Makes a person's record. */
@Controller('members/manage/people/new')
export class NewPersonPage {
  constructor(
    private readonly site: Site,
    private readonly people: ReadPerson,
    private readonly createPerson: CreatePerson,
    private readonly runOnce: RunOnce,
  ) {}

  @Get()
  async show(@Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    return this.sendForm(request, reply, form(), randomUUID());
  }

  @Post()
  async save(@Body() body: unknown, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const sent = submittedValues(body);
    const values = pickFields(sent, fields);
    const token = readToken(sent);
    const actor = actorOf(request);
    try {
      const id = await this.runOnce.run(actor, token, values, async (manager) => {
        const person = await this.createPerson.within(manager, actor, {
          ...factsIn(values),
          email: textIn(values, 'email'),
          verifiedAt: null,
          affiliation: textIn(values, 'organisationId') === '' ? null : affiliationIn(values),
        });
        return person.id;
      });
      return this.site.redirect(reply, personPath(id), {
        type: 'success',
        text: `${textIn(values, 'name').trim()} has a record now.`,
      });
    } catch (error) {
      return this.sendForm(request, reply, form(values, errorsOf(error, fields)), token, 422);
    }
  }

  private async sendForm(
    request: FastifyRequest,
    reply: FastifyReply,
    shown: Form,
    token: string,
    status = 200,
  ) {
    return this.site.send(
      request,
      reply,
      {
        title: 'New person',
        hasErrors: shown.errors.length > 0,
        noIndex: true,
        before: <BackLink href={peoplePath}>People</BackLink>,
        main: <NewPersonView shown={shown} organisations={await this.people.organisations()} token={token} />,
      },
      status,
    );
  }
}
