import { Body, Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { actorOf } from '#platform';
import {
  BackLink,
  Button,
  ButtonGroup,
  field,
  form,
  FormErrors,
  Input,
  pickFields,
  Site,
  submittedValues,
  textIn,
  type Form,
} from '#ui';
import { AddEmail } from '../add-email.js';
import { personPath } from '../addresses.js';
import type { Person } from '../domain/person.js';
import { ReadPerson } from '../read-person.js';
import { errorsOf } from './errors-of.js';

const fields = ['email'];

/** Gives a person one more address. */
@Controller('members/manage/people/:id/emails/new')
export class AddEmailPage {
  constructor(
    private readonly site: Site,
    private readonly people: ReadPerson,
    private readonly addEmail: AddEmail,
  ) {}

  @Get()
  async show(@Param('id') id: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    return this.sendForm(request, reply, await this.people.read(id), form());
  }

  @Post()
  async save(
    @Param('id') id: string,
    @Body() body: unknown,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const values = pickFields(submittedValues(body), fields);
    const person = await this.people.read(id);
    try {
      await this.addEmail.run(actorOf(request), person.id, textIn(values, 'email'));
      return this.site.redirect(reply, personPath(person.id), {
        type: 'success',
        text: `${textIn(values, 'email').trim()} is one of the addresses of ${person.name} now.`,
      });
    } catch (error) {
      return this.sendForm(request, reply, person, form(values, errorsOf(error, fields)), 422);
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
        title: `Add an email address: ${person.name}`,
        hasErrors: shown.errors.length > 0,
        noIndex: true,
        before: <BackLink href={personPath(person.id)}>Back to {person.name}</BackLink>,
        main: (
          <>
            <FormErrors form={shown} />
            <h1 class="govuk-heading-l">Add an email address for {person.name}</h1>
            <form method="post" action={personPath(person.id, 'emails/new')} novalidate>
              <Input
                {...field(shown, 'email')}
                label="Email address"
                hint="They can sign in with it. It counts as confirmed once they have."
                type="email"
                autocomplete="off"
                spellcheck={false}
              />
              <ButtonGroup>
                <Button preventDoubleClick>Add the address</Button>
                <a class="govuk-link" href={personPath(person.id)}>
                  Add none
                </a>
              </ButtonGroup>
            </form>
          </>
        ),
      },
      status,
    );
  }
}
