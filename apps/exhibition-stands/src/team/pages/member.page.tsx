import { Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { actorOf } from '#platform';
import { BackLink, Site } from '#ui';
import { ExhibitionFrame } from '../../exhibitions/pages/exhibition-frame.js';
import { ReadMemberRota } from '../../published/read-member-rota.js';
import { ReadSwaps } from '../../swaps/read-swaps.js';
import { memberPath, teamPath } from '../addresses.js';
import { AskedSlots } from '../asked-slots.js';
import { OpenMember } from '../open-member.js';
import { RemindPeople } from '../remind-people.js';
import { TeamOf } from '../team-of.js';
import { MemberView } from './member.view.js';

/** Somebody of a team, for staff. */
@Controller('stands/manage/:id/team/:member')
export class MemberPage {
  constructor(
    private readonly site: Site,
    private readonly members: OpenMember,
    private readonly team: TeamOf,
    private readonly slots: AskedSlots,
    private readonly remind: RemindPeople,
    private readonly rota: ReadMemberRota,
    private readonly swaps: ReadSwaps,
  ) {}

  @Get()
  async show(
    @Param('id') exhibitionId: string,
    @Param('member') memberId: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const { row, exhibition } = await this.members.read({ exhibitionId, memberId });
    return this.site.send(request, reply, {
      title: `${row.name}: ${exhibition.title}`,
      noIndex: true,
      before: <BackLink href={teamPath(exhibitionId)}>Team</BackLink>,
      main: (
        <ExhibitionFrame exhibition={exhibition} heading={row.name} current="team">
          <MemberView
            member={await this.team.one(exhibition, row)}
            exhibition={exhibition}
            days={await this.slots.of(exhibition)}
            others={row.status === 'left' ? [] : await this.team.otherEntries(row)}
            rota={await this.rota.of(exhibition, row.id)}
            swaps={await this.swaps.ofMember(row, exhibition)}
          />
        </ExhibitionFrame>
      ),
    });
  }

  @Post('invitation')
  async invite(
    @Param('id') exhibitionId: string,
    @Param('member') memberId: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    await this.members.read({ exhibitionId, memberId });
    const written = await this.remind.run(actorOf(request), exhibitionId, [memberId]);
    return this.site.redirect(
      reply,
      memberPath(exhibitionId, memberId),
      written > 0
        ? { type: 'success', text: 'Their link is on its way.' }
        : { type: 'important', text: 'They were written to within the last ten minutes.' },
    );
  }
}
