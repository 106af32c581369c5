import { Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { actorOf } from '#platform';
import { BackLink, Site } from '#ui';
import { personPath } from '../../people/addresses.js';
import { calledName } from '../../people/domain/person.js';
import { objectionToActing } from '../../people/domain/who-may.js';
import { ConfirmView } from '../../people/pages/confirm.view.js';
import { ReadPerson } from '../../people/read-person.js';
import { StartActing } from '../start-acting.js';

/** Begins to act for a person, once it is understood that this is recorded. */
@Controller('members/manage/people/:id/act')
export class ActForPage {
  constructor(
    private readonly site: Site,
    private readonly people: ReadPerson,
    private readonly startActing: StartActing,
  ) {}

  @Get()
  async ask(@Param('id') id: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const person = await this.people.read(id);
    const objection = objectionToActing(request.identity, person);
    if (objection !== null) {
      return this.site.redirect(reply, personPath(person.id), { type: 'important', text: objection });
    }
    const name = calledName(person);
    return this.site.send(request, reply, {
      title: `Act for ${person.name}`,
      noIndex: true,
      before: <BackLink href={personPath(person.id)}>Back to {person.name}</BackLink>,
      main: (
        <ConfirmView
          heading={`Act for ${person.name}?`}
          action={personPath(person.id, 'act')}
          button={`Act for ${name}`}
          cancelPath={personPath(person.id)}
          cancel="Do not act for them"
        >
          <ul class="govuk-list govuk-list--bullet">
            <li>You see the site as {name} does, and what you do there counts as theirs.</li>
            <li>
              It is recorded that you began, what you did and when you stopped. Histories say “
              {request.identity.name}, for {name}”.
            </li>
            <li>The pages of staff are closed to you until you stop. After an hour it ends by itself.</li>
            <li>Do this only when {name} has asked you to.</li>
          </ul>
        </ConfirmView>
      ),
    });
  }

  @Post()
  async start(@Param('id') id: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const { id: personId } = await this.people.read(id);
    const person = await this.startActing.run(actorOf(request), personId);
    return this.site.redirect(reply, '/members/account', {
      type: 'important',
      text: `You act for ${calledName(person)} now, for an hour at the most. It is recorded.`,
    });
  }
}
