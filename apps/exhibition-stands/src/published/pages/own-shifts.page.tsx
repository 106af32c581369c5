import { Controller, Get, Param, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { downloadHeaders, notFound } from '#platform';
import { BackLink, Site } from '#ui';
import { ownPath } from '../../team/addresses.js';
import { whenOf, whereOf } from '../../team/exhibition-words.js';
import { OpenMember } from '../../team/open-member.js';
import { OwnCalendar } from '../own-calendar.js';
import { ReadOwnShifts } from '../read-own-shifts.js';
import { YourShifts } from './your-shifts.js';

/** A volunteer's shifts as a calendar file, and on a page to print, by their own link. */
@Controller('stands/team/:secret')
export class OwnShiftsPage {
  constructor(
    private readonly site: Site,
    private readonly members: OpenMember,
    private readonly own: ReadOwnShifts,
    private readonly calendar: OwnCalendar,
  ) {}

  @Get('shifts.ics')
  async file(@Param('secret') secret: string, @Res() reply: FastifyReply) {
    const { row, exhibition } = await this.members.read({ secret });
    const content = this.calendar.of(await this.own.of(row, exhibition));
    if (content === null) throw notFound('You have no shifts on this stand yet.');
    return reply
      .headers(downloadHeaders({ fileName: `${exhibition.slug}.ics`, type: 'text/calendar; charset=utf-8' }))
      .send(content);
  }

  @Get('shifts/print')
  async print(@Param('secret') secret: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const { row, exhibition } = await this.members.read({ secret });
    const stand = await this.own.of(row, exhibition);
    return this.site.send(request, reply, {
      title: `Your shifts: ${exhibition.title}`,
      noIndex: true,
      before: <BackLink href={ownPath(secret)}>Your page</BackLink>,
      main: (
        <>
          <h1 class="govuk-heading-xl">{exhibition.title}</h1>
          <p class="govuk-body">
            <bdi>{row.name}</bdi>
            <br />
            {whenOf(exhibition)}
            <br />
            {whereOf(exhibition)}
          </p>
          {stand.shifts.length === 0 ? (
            <p class="govuk-body">You have no shifts yet. They come by mail once the rota is published.</p>
          ) : (
            <YourShifts stand={stand} secret={null} />
          )}
        </>
      ),
    });
  }
}
