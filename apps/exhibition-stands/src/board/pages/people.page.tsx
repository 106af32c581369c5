import { Controller, Get, Param, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { notFound } from '#platform';
import { rotaPath } from '../addresses.js';
import { whyOneHas } from '../assess.js';
import { ReadBoard } from '../read-board.js';
import { PeopleView, PersonView } from './people.view.js';
import { RotaPages } from './rota-pages.js';

/** The rota person by person: everybody, and each of them. */
@Controller('stands/manage/:id/rota/people')
export class PeoplePage {
  constructor(
    private readonly pages: RotaPages,
    private readonly boards: ReadBoard,
  ) {}

  @Get()
  async list(@Param('id') id: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const board = await this.boards.of(id);
    const { exhibition } = board;
    return this.pages.sendDetail(
      { request, reply, exhibition },
      { part: 'rota', heading: 'Rota, person by person', children: <PeopleView board={board} /> },
    );
  }

  @Get(':memberId')
  async show(
    @Param('id') id: string,
    @Param('memberId') memberId: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const board = await this.boards.of(id);
    const { exhibition } = board;
    const member = board.memberOf.get(memberId);
    if (!member) throw notFound('Nobody like that is on the team.');
    const reason = whyOneHas(board.problem, board.draft, memberId);
    return this.pages.sendDetail(
      { request, reply, exhibition },
      {
        part: 'rota',
        heading: member.name,
        back: { href: rotaPath(id, 'people'), text: 'Rota, person by person' },
        children: <PersonView {...{ board, member, reason }} />,
      },
    );
  }
}
