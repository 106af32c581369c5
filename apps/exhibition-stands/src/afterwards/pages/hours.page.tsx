import { Body, Controller, Get, Param, Post, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { actorOf, notFound, Problem, unprocessable, type SentQuery } from '#platform';
import { sendSheet, sheetFormatOf } from '#sheets';
import { BackLink, ErrorSummary, Site, sortFrom, submittedValues, textIn } from '#ui';
import { presenceActOf } from '../../day/domain/presence.js';
import { SayPresence } from '../../day/say-presence.js';
import { managePath } from '../../exhibitions/addresses.js';
import { FindExhibition } from '../../exhibitions/find-exhibition.js';
import { afterwardsPath } from '../addresses.js';
import { organisationsSheet, peopleSheet } from '../hours/hours-sheets.js';
import { ReadHours } from '../hours/read-hours.js';
import { organisationKeys, personKeys, sortOrganisations, sortPeople } from '../hours/sort-hours.js';
import { OrganisationHoursView, PersonHoursView, PeopleHoursView } from './hours.view.js';

/** Hours of people and of organisations, for staff, and setting right who stood. */
@Controller('stands/manage/:id/afterwards')
export class HoursPage {
  constructor(
    private readonly site: Site,
    private readonly exhibitions: FindExhibition,
    private readonly hours: ReadHours,
    private readonly presence: SayPresence,
  ) {}

  @Get('hours')
  async people(
    @Param('id') id: string,
    @Query() query: SentQuery,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const { exhibition, hours } = await this.read(id);
    const sort = sortFrom(query['sort'], personKeys, { key: 'name', direction: 'ascending' });
    return this.site.send(request, reply, {
      title: `Hours of people: ${exhibition.title}`,
      noIndex: true,
      before: <BackLink href={managePath}>Look after the stands</BackLink>,
      main: <PeopleHoursView hours={hours} people={sortPeople(hours.people, sort)} sort={sort} />,
    });
  }

  @Get('hours/export.:format')
  async exportPeople(
    @Param('id') id: string,
    @Param('format') asked: string,
    @Query() query: SentQuery,
    @Res() reply: FastifyReply,
  ) {
    const format = sheetFormatOf(asked);
    const { exhibition, hours } = await this.read(id);
    const sort = sortFrom(query['sort'], personKeys, { key: 'name', direction: 'ascending' });
    return sendSheet(reply, peopleSheet(exhibition.title, sortPeople(hours.people, sort)), format);
  }

  @Get('organisations')
  async organisations(
    @Param('id') id: string,
    @Query() query: SentQuery,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const { exhibition, hours } = await this.read(id);
    const sort = sortFrom(query['sort'], organisationKeys, { key: 'hours', direction: 'descending' });
    return this.site.send(request, reply, {
      title: `Hours of organisations: ${exhibition.title}`,
      noIndex: true,
      before: <BackLink href={managePath}>Look after the stands</BackLink>,
      main: (
        <OrganisationHoursView
          hours={hours}
          organisations={sortOrganisations(hours.organisations, sort)}
          sort={sort}
        />
      ),
    });
  }

  @Get('organisations/export.:format')
  async exportOrganisations(
    @Param('id') id: string,
    @Param('format') asked: string,
    @Query() query: SentQuery,
    @Res() reply: FastifyReply,
  ) {
    const format = sheetFormatOf(asked);
    const { exhibition, hours } = await this.read(id);
    const sort = sortFrom(query['sort'], organisationKeys, { key: 'hours', direction: 'descending' });
    const rows = sortOrganisations(hours.organisations, sort);
    return sendSheet(reply, organisationsSheet(exhibition.title, rows), format);
  }

  @Get('hours/:memberId')
  person(
    @Param('id') id: string,
    @Param('memberId') memberId: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    return this.sendPerson(request, reply, id, memberId);
  }

  @Post('hours/:memberId')
  async say(
    @Param('id') id: string,
    @Param('memberId') memberId: string,
    @Body() body: unknown,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const values = submittedValues(body);
    const act = presenceActOf(textIn(values, 'act'));
    try {
      if (act === null) {
        throw unprocessable([
          { field: 'act', code: 'unknown-choice', message: 'Choose what you want to say.' },
        ]);
      }
      await this.presence.byStaff(actorOf(request), id, textIn(values, 'assignment'), act);
    } catch (error) {
      if (!(error instanceof Problem) || error.status !== 409) throw error;
      return this.sendPerson(request, reply, id, memberId, error);
    }
    return this.site.redirect(reply, afterwardsPath(id, `hours/${memberId}`), {
      type: 'success',
      text: 'It is set right. The hours are counted anew.',
    });
  }

  private async sendPerson(
    request: FastifyRequest,
    reply: FastifyReply,
    id: string,
    memberId: string,
    refusal?: Problem,
  ) {
    const { exhibition, hours } = await this.read(id);
    const member = hours.members.find((each) => each.id === memberId);
    if (member === undefined) throw notFound('There is nobody like this in the team.');
    const page = {
      title: `Hours of ${member.name}: ${exhibition.title}`,
      noIndex: true,
      hasErrors: refusal !== undefined,
      before: <BackLink href={afterwardsPath(id, 'hours')}>Hours of people</BackLink>,
      main: (
        <>
          {refusal !== undefined && (
            <ErrorSummary titleText="There is a problem" errorList={[{ text: refusal.detail }]} />
          )}
          <PersonHoursView hours={hours} member={member} />
        </>
      ),
    };
    return this.site.send(request, reply, page, refusal?.status ?? 200);
  }

  private async read(id: string) {
    const exhibition = await this.exhibitions.byId(id);
    return { exhibition, hours: await this.hours.of(exhibition) };
  }
}
