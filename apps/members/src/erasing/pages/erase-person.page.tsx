import { Body, Controller, Get, Param, ParseUUIDPipe, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import { z } from 'zod';
import { actorOf, notFound, Problem } from '#platform';
import { BackLink, form, readForm, Site, type Form } from '#ui';
import { PersonRow } from '../../people/person.entity.js';
import { ErasePerson } from '../erase-person.js';
import { newSecret } from '../../secrets.js';
import { EraseView } from './erase-person.view.js';

const answers = z.object({
  reason: z
    .string()
    .trim()
    .min(1, 'Say why they are erased: who asked, and when.')
    .max(500, 'Shorten the reason to 500 characters or fewer.'),
});

/** Erases a person who asked the staff for it. */
@Controller('members/manage/people/:id/erase')
export class ErasePersonPage {
  constructor(
    private readonly site: Site,
    private readonly erasePerson: ErasePerson,
    @InjectDataSource() private readonly dataSource: DataSource,
  ) {}

  @Get()
  async ask(
    @Param('id', new ParseUUIDPipe({ exceptionFactory: () => nobody() })) id: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    return this.sendForm(request, reply, await this.read(id), form({}));
  }

  @Post()
  async erase(
    @Param('id', new ParseUUIDPipe({ exceptionFactory: () => nobody() })) id: string,
    @Body() body: unknown,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const person = await this.read(id);
    const sent = readForm(answers, body);
    if (!sent.ok) return this.sendForm(request, reply, person, sent.form, 422);
    const path = personPath(id);
    // A second press of the button: what it asks for is done.
    if (person.erasedAt !== null) return this.site.redirect(reply, path);
    try {
      await this.erasePerson.run(actorOf(request), request.id, {
        personId: id,
        receipt: newSecret(),
        wantedBy: 'staff',
        reason: sent.data.reason,
      });
    } catch (error) {
      if (!(error instanceof Problem) || error.status !== 409) throw error;
      return this.site.redirect(reply, path, { type: 'important', text: error.detail });
    }
    return this.site.redirect(reply, path, { type: 'success', text: 'The person is erased here.' });
  }

  private async read(id: string): Promise<PersonRow> {
    const person = await this.dataSource.manager.findOneBy(PersonRow, { id });
    if (!person || person.mergedInto !== null) throw nobody();
    return person;
  }

  private sendForm(
    request: FastifyRequest,
    reply: FastifyReply,
    person: PersonRow,
    shown: Form,
    status = 200,
  ) {
    if (person.erasedAt !== null) return this.site.redirect(reply, personPath(person.id));
    return this.site.send(
      request,
      reply,
      {
        title: `Erase: ${person.name}`,
        hasErrors: shown.errors.length > 0,
        noIndex: true,
        before: <BackLink href={personPath(person.id)}>Back to {person.name}</BackLink>,
        main: <EraseView name={person.name} path={personPath(person.id)} shown={shown} />,
      },
      status,
    );
  }
}

const personPath = (id: string): string => `/members/manage/people/${id}`;

const nobody = () => notFound('There is nobody here under this address.');
