import { Controller, Get, Param, Post, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { actorOf, notFound, type SentQuery } from '#platform';
import { sendSheet, sheetFormats } from '#sheets';
import { BackLink, plural, Site } from '#ui';
import { managePath } from '../../exhibitions/addresses.js';
import { FindExhibition } from '../../exhibitions/find-exhibition.js';
import { ExhibitionFrame } from '../../exhibitions/pages/exhibition-frame.js';
import { teamPath } from '../addresses.js';
import { isShown, readTeamFilter } from '../domain/team-list.js';
import { RemindPeople } from '../remind-people.js';
import { TeamOf } from '../team-of.js';
import { teamSheet } from './team-sheet.js';
import { TeamView } from './team.view.js';

/** The team of an exhibition, for staff. */
@Controller('stands/manage/:id/team')
export class TeamPage {
  constructor(
    private readonly site: Site,
    private readonly exhibitions: FindExhibition,
    private readonly team: TeamOf,
    private readonly remindPeople: RemindPeople,
  ) {}

  @Get()
  async show(
    @Param('id') id: string,
    @Query() query: SentQuery,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const exhibition = await this.exhibitions.byId(id);
    const members = await this.team.run(id, undefined, { withLeft: true });
    return this.site.send(request, reply, {
      title: `Team: ${exhibition.title}`,
      noIndex: true,
      before: <BackLink href={managePath}>Look after the stands</BackLink>,
      main: (
        <ExhibitionFrame exhibition={exhibition} heading="Team" current="team">
          <TeamView exhibitionId={id} members={members} filter={readTeamFilter(query)} />
        </ExhibitionFrame>
      ),
    });
  }

  @Get('export.:format')
  async export(
    @Param('id') id: string,
    @Param('format') asked: string,
    @Query() query: SentQuery,
    @Res() reply: FastifyReply,
  ) {
    const format = sheetFormats.find((each) => each === asked);
    if (format === undefined) throw notFound();
    const { title, zone } = await this.exhibitions.byId(id);
    const filter = readTeamFilter(query);
    const members = await this.team.run(id, undefined, { withLeft: true });
    const shown = members.filter((member) => isShown(member, filter));
    return sendSheet(reply, teamSheet(`Team, ${title}`, zone, shown), format);
  }

  @Post('remind')
  async remind(@Param('id') id: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const reminded = await this.remindPeople.run(actorOf(request), id, null);
    return this.site.redirect(
      reply,
      teamPath(id),
      reminded > 0
        ? { type: 'success', text: `${plural(reminded, 'person', 'people')} reminded, each with their link.` }
        : {
            type: 'important',
            text: 'Everybody who has not answered was written to within the last ten minutes.',
          },
    );
  }
}
