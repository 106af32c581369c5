import { Controller, Get, Param, Post, Query, Req, Res } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { DataSource } from 'typeorm';
import { problemsOf } from '#checks';
import {
  actorOf,
  cursorPage,
  decodeCursor,
  idempotently,
  notKept,
  readJson,
  readQuery,
  Transactions,
  unprocessable,
  type SentQuery,
} from '#platform';
import { idPattern } from '../../domain/ids.js';
import { FindExhibition } from '../../exhibitions/find-exhibition.js';
import { checkInvitee } from '../domain/invitee.js';
import { InvitePeople, type Wanted } from '../invite-people.js';
import { RemindPeople } from '../remind-people.js';
import { TeamOf } from '../team-of.js';
import { memberJson } from './team-json.js';
import { inviteesInput, remindersInput, teamQuery } from './team.schema.js';

/** The team of an exhibition, for programs of staff. */
@Controller('api/v1/exhibition-stands/exhibitions/:id/team')
export class TeamController {
  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    private readonly transactions: Transactions,
    private readonly exhibitions: FindExhibition,
    private readonly team: TeamOf,
    private readonly invitePeople: InvitePeople,
    private readonly remindPeople: RemindPeople,
  ) {}

  @Get()
  async list(@Param('id') name: string, @Query() query: SentQuery, @Res() reply: FastifyReply) {
    const { cursor, limit, status } = readQuery(query, teamQuery);
    const { id } = await this.exhibitions.byIdOrSlug(name);
    const [last] = cursor === undefined ? [null] : decodeCursor(cursor, [idPattern] as const);
    const members = (await this.team.run(id, undefined, { withLeft: status === 'left' }))
      .filter((member) => status === undefined || member.status === status)
      .toSorted((one, other) => (one.id < other.id ? -1 : 1));
    const rest = members.filter((member) => last === null || member.id > last.toLowerCase());
    const { items, nextCursor } = cursorPage(rest.slice(0, limit + 1), limit, (member) => [member.id]);
    return reply.headers(notKept).send({ items: items.map(memberJson), nextCursor });
  }

  @Post()
  async invite(@Param('id') name: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const { people } = readJson(request, inviteesInput);
    const checked = people.map((one) =>
      'personId' in one
        ? { ok: true as const, value: one }
        : checkInvitee({ ...one, organisationName: one.organisationName ?? '' }),
    );
    const wrong = checked.flatMap((one, index) =>
      problemsOf(one).map((problem) => ({ ...problem, field: `people.${index}.${problem.field}` })),
    );
    if (wrong.length > 0) throw unprocessable(wrong);
    const { id } = await this.exhibitions.byIdOrSlug(name);
    const wanted = checked.flatMap((one): Wanted[] => (one.ok ? [one.value] : []));
    const answer = await idempotently(this.dataSource, request, async () => ({
      status: 201,
      body: await this.transactions.run((manager) =>
        this.invitePeople.within(manager, actorOf(request), id, wanted),
      ),
    }));
    return reply.code(answer.status).headers(notKept).send(answer.body);
  }

  @Post('reminders')
  async remind(@Param('id') name: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const { memberIds } = readJson(request, remindersInput);
    const { id } = await this.exhibitions.byIdOrSlug(name);
    const answer = await idempotently(this.dataSource, request, async () => ({
      status: 202,
      body: { reminded: await this.remindPeople.run(actorOf(request), id, memberIds) },
    }));
    return reply.code(answer.status).headers(notKept).send(answer.body);
  }
}
