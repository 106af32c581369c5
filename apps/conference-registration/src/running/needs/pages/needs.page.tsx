import { Controller, Get, Param, Req, Res } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { DataSource } from 'typeorm';
import { notedActor } from '#people';
import { actorOf, notKept } from '#platform';
import { sendSheet, sheetFormatOf } from '#sheets';
import { BackLink, Site } from '#ui';
import { ReadCatalogue } from '../../../catalogue/read-catalogue.js';
import { ConferenceFrame } from '../../../conferences/pages/conference-frame.js';
import { StaffConferences } from '../../../conferences/staff-conferences.js';
import { manageConferencePath, managePath } from '../../../manage/addresses.js';
import { ConferenceLog } from '../../log/conference-log.js';
import { needsSheet } from '../needs-sheet.js';
import { ReadNeeds } from '../read-needs.js';
import { ReadParties } from '../read-parties.js';
import { NeedsView } from './needs.view.js';
import { PeopleView } from './people.view.js';

/** How much of the log is shown. */
const mostLines = 20;

/** What those who come eat, and how they get in: counted for the caterer and the venue; with names only on a page of its own. */
@Controller('conference/manage/:id/needs')
export class NeedsPage {
  constructor(
    private readonly site: Site,
    private readonly conferences: StaffConferences,
    private readonly catalogues: ReadCatalogue,
    private readonly needs: ReadNeeds,
    private readonly parties: ReadParties,
    private readonly log: ConferenceLog,
    @InjectDataSource() private readonly dataSource: DataSource,
  ) {}

  @Get()
  async show(@Param('id') id: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const conference = await this.conferences.read(id);
    const [needs, parties, log] = await Promise.all([
      this.needs.counted(await this.catalogues.of(id)),
      this.parties.of(id),
      this.log.of(id, ['private-answers-erased', 'private-answers-looked-at'], mostLines),
    ]);
    return this.site.send(request, reply, {
      title: `Meals and access: ${conference.title}`,
      noIndex: true,
      before: <BackLink href={managePath}>Manage conferences</BackLink>,
      main: (
        <ConferenceFrame conference={conference} heading="Meals and access" current="needs">
          <NeedsView conference={conference} needs={needs} parties={parties.length} log={log} />
        </ConferenceFrame>
      ),
    });
  }

  @Get('export.:format')
  async export(@Param('id') id: string, @Param('format') asked: string, @Res() reply: FastifyReply) {
    const format = sheetFormatOf(asked);
    const { title } = await this.conferences.read(id);
    const needs = await this.needs.counted(await this.catalogues.of(id));
    return sendSheet(reply, needsSheet(`Meals and access, ${title}`, needs), format);
  }

  /** Who needs what. That somebody looked is recorded before anything is shown. */
  @Get('people')
  async people(@Param('id') id: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const conference = await this.conferences.read(id);
    const [people, parties] = await Promise.all([
      this.needs.people(await this.catalogues.of(id)),
      this.parties.of(id),
    ]);
    await this.dataSource.transaction(async (manager) => {
      const actor = await notedActor(manager, actorOf(request));
      await this.log.record(manager, {
        conferenceId: id,
        act: 'private-answers-looked-at',
        details: { people: people.length + parties.length },
        actor,
      });
    });
    return this.site.send(request, reply.headers(notKept), {
      title: `Who needs what: ${conference.title}`,
      noIndex: true,
      before: <BackLink href={manageConferencePath(id, 'needs')}>Meals and access</BackLink>,
      main: (
        <ConferenceFrame conference={conference} heading="Who needs what" current="needs">
          <PeopleView conference={conference} people={people} parties={parties} />
        </ConferenceFrame>
      ),
    });
  }
}
