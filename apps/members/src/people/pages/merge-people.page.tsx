import { randomUUID } from 'node:crypto';
import { Body, Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { actorOf, Problem } from '#platform';
import { BackLink, form, Site, submittedValues, textIn, type Form } from '#ui';
import { comparePath, personPath } from '../addresses.js';
import { merge } from '../domain/merge.js';
import type { Person } from '../domain/person.js';
import { objectionToMerging } from '../domain/who-may.js';
import { MergePeople } from '../merge-people.js';
import { ReadPerson } from '../read-person.js';
import { errorsOf } from './errors-of.js';
import { MergePeopleView } from './merge-people.view.js';

/** Shows two records side by side and what would become of them, and merges them once that is confirmed. */
@Controller('members/manage/people/:id/merge/:other')
export class MergePeoplePage {
  constructor(
    private readonly site: Site,
    private readonly people: ReadPerson,
    private readonly mergePeople: MergePeople,
  ) {}

  @Get()
  async compare(
    @Param('id') id: string,
    @Param('other') otherId: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const [kept, gone] = await Promise.all([this.people.read(id), this.people.read(otherId)]);
    if (kept.id === gone.id) return this.goBack(reply, kept);
    return this.sendForm(request, reply, kept, gone, form());
  }

  @Post()
  async merge(
    @Param('id') id: string,
    @Param('other') otherId: string,
    @Body() body: unknown,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const values = submittedValues(body);
    const [kept, gone] = await Promise.all([this.people.read(id), this.people.read(otherId)]);
    // A second press of the button: what it asks for is done.
    if (kept.id === gone.id) return this.goBack(reply, kept);
    try {
      const after = await this.mergePeople.run(
        actorOf(request),
        { id: kept.id, version: Number(textIn(values, 'keptVersion')) },
        { id: gone.id, version: Number(textIn(values, 'goneVersion')) },
      );
      return this.site.redirect(reply, personPath(after.id), {
        type: 'success',
        text: `The record of ${gone.name} is part of this one now.`,
      });
    } catch (error) {
      if (error instanceof Problem && error.status === 409) {
        const message = 'One of the records has changed since you compared them. Compare them once more.';
        return this.sendForm(request, reply, kept, gone, form({}, [{ field: '', message }]), 409);
      }
      return this.sendForm(request, reply, kept, gone, form({}, errorsOf(error, [])), 422);
    }
  }

  private goBack(reply: FastifyReply, person: Person) {
    return this.site.redirect(reply, personPath(person.id), {
      type: 'important',
      text: 'These are one record already.',
    });
  }

  private async sendForm(
    request: FastifyRequest,
    reply: FastifyReply,
    kept: Person,
    gone: Person,
    shown: Form,
    status = 200,
  ) {
    const result = merge(kept, gone, randomUUID);
    const objection =
      objectionToMerging(request.identity, kept, gone) ??
      (result.ok ? null : result.problems.map(({ message }) => message).join(' '));
    return this.site.send(
      request,
      reply,
      {
        title: `Merge two records: ${kept.name} and ${gone.name}`,
        hasErrors: shown.errors.length > 0,
        noIndex: true,
        before: <BackLink href={personPath(kept.id, 'merge')}>Choose another record</BackLink>,
        main: (
          <MergePeopleView
            kept={kept}
            gone={gone}
            result={result.ok ? result.value.kept : null}
            objection={objection}
            names={await this.people.names(kept, gone)}
            action={comparePath(kept.id, gone.id)}
            otherWayPath={comparePath(gone.id, kept.id)}
            shown={shown}
          />
        ),
      },
      status,
    );
  }
}
