import { createHash, randomUUID } from 'node:crypto';
import { Controller, Get, Param, Post, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { actorOf, RunOnce, type SentQuery } from '#platform';
import {
  BackLink,
  form,
  FormErrors,
  readToken,
  refusedFields,
  Site,
  submittedValues,
  textIn,
  type Form,
  type SubmittedValues,
} from '#ui';
import { receiveForm, type SentFile } from '#uploads';
import { FindExhibition } from '../../exhibitions/find-exhibition.js';
import { ExhibitionFrame } from '../../exhibitions/pages/exhibition-frame.js';
import { teamPath } from '../addresses.js';
import { FindInvitees } from '../find-invitees.js';
import { InvitePeople, type InvitedPeople } from '../invite-people.js';
import { InviteView, type InviteSearch } from './invite.view.js';
import { invitedInWords, inviteNames, readWanted } from './read-wanted.js';

/** Larger than the list of any team, in bytes. */
const mostBytes = 1024 * 1024;

/** Where staff invite people to a team. */
@Controller('stands/manage/:id/team/invite')
export class InvitePage {
  constructor(
    private readonly site: Site,
    private readonly exhibitions: FindExhibition,
    private readonly invitees: FindInvitees,
    private readonly invitePeople: InvitePeople,
    private readonly runOnce: RunOnce,
  ) {}

  @Get()
  async show(
    @Param('id') id: string,
    @Query() query: SentQuery,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    return this.sendPage(
      request,
      reply,
      id,
      form({ q: textOf(query, 'q'), organisation: textOf(query, 'organisation') }),
    );
  }

  @Post()
  async invite(@Param('id') id: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const { values, files } = request.isMultipart()
      ? await receiveForm(request, { mostBytes, mostFiles: 1 })
      : { values: submittedValues(request.body), files: new Map<string, SentFile>() };
    const read = readWanted(values, files.get('file'));
    if (!read.ok) return this.sendPage(request, reply, id, form(values, read.errors), 422);
    const actor = actorOf(request);
    try {
      const sent = {
        id,
        wanted: createHash('sha256').update(JSON.stringify(read.wanted)).digest('base64url'),
      };
      const result = await this.runOnce.run(actor, readToken(values), sent, async (manager) =>
        JSON.stringify(await this.invitePeople.within(manager, actor, id, read.wanted)),
      );
      const text = [invitedInWords(JSON.parse(result) as InvitedPeople), ...read.notes].join(' ');
      return this.site.redirect(reply, teamPath(id), { type: 'success', text });
    } catch (error) {
      return this.sendPage(request, reply, id, form(values, refusedFields(error, inviteNames)), 422);
    }
  }

  private async sendPage(
    request: FastifyRequest,
    reply: FastifyReply,
    id: string,
    shown: Form,
    status = 200,
  ) {
    const exhibition = await this.exhibitions.byId(id);
    return this.site.send(
      request,
      reply,
      {
        title: `Invite people: ${exhibition.title}`,
        noIndex: true,
        hasErrors: shown.errors.length > 0,
        before: <BackLink href={teamPath(id)}>Team</BackLink>,
        main: (
          <>
            <FormErrors form={shown} />
            <ExhibitionFrame exhibition={exhibition} heading="Invite people" current="team">
              <InviteView
                exhibitionId={id}
                search={await this.search(id, shown.values)}
                form={shown}
                once={randomUUID()}
              />
            </ExhibitionFrame>
          </>
        ),
      },
      status,
    );
  }

  private async search(id: string, values: SubmittedValues): Promise<InviteSearch> {
    const [words, organisationId] = [textIn(values, 'q').slice(0, 200), textIn(values, 'organisation')];
    if (organisationId !== '') {
      const people = await this.invitees.ofOrganisation(id, organisationId);
      return { words, organisationId, people, organisations: [] };
    }
    if (words.trim() === '') return { words, organisationId: null, people: [], organisations: [] };
    const [people, organisations] = await Promise.all([
      this.invitees.bySearch(id, words),
      this.invitees.organisations(words),
    ]);
    return { words, organisationId: null, people, organisations };
  }
}

function textOf(query: SentQuery, name: string): string {
  const value = query[name];
  return typeof value === 'string' ? value : '';
}
