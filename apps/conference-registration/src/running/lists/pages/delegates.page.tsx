import { Controller, Get, Param, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { sendSheet, sheetFormatOf } from '#sheets';
import { BackLink, plural, Site } from '#ui';
import { ReadCatalogue } from '../../../catalogue/read-catalogue.js';
import { ConferenceFrame } from '../../../conferences/pages/conference-frame.js';
import { StaffConferences } from '../../../conferences/staff-conferences.js';
import { FindDoubleBookings } from '../../../double-bookings/find-double-bookings.js';
import { manageConferencePath, managePath } from '../../../manage/addresses.js';
import { delegatesSheet } from '../delegates-sheet.js';
import { delegateStates, readDelegateList, type ListQuery } from '../domain/list-query.js';
import { everyLine } from '../every-line.js';
import { FindBookings } from '../find-bookings.js';
import { FindDelegates } from '../find-delegates.js';
import { ReadOpenAnswers } from '../read-open-answers.js';
import { DelegatesTable } from './delegates-table.js';
import { ListFilters } from './list-filters.js';
import { ListFrame, pageSize } from './list-frame.js';
import { delegateStateWords } from './state-words.js';

/** The delegates of a conference, for staff: to search, to filter, to take out. */
@Controller('conference/manage/:id/delegates')
export class DelegatesListPage {
  constructor(
    private readonly site: Site,
    private readonly conferences: StaffConferences,
    private readonly catalogues: ReadCatalogue,
    private readonly bookings: FindBookings,
    private readonly delegates: FindDelegates,
    private readonly answers: ReadOpenAnswers,
    private readonly doubleBookings: FindDoubleBookings,
  ) {}

  @Get()
  async show(
    @Param('id') id: string,
    @Query() query: ListQuery,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const conference = await this.conferences.read(id);
    const list = readDelegateList(query);
    const [catalogue, found, organisations] = await Promise.all([
      this.catalogues.of(id),
      this.delegates.list(id, list, pageSize),
      this.bookings.organisations(id),
    ]);
    const path = manageConferencePath(id, 'delegates');
    const { items, total } = found;
    const doubleBookings = await this.doubleBookings.of(catalogue.conference, items);
    return this.site.send(request, reply, {
      title: `Delegates: ${conference.title}`,
      noIndex: true,
      before: <BackLink href={managePath}>Manage conferences</BackLink>,
      main: (
        <ConferenceFrame conference={conference} heading="Delegates" current="delegates">
          <ListFilters
            path={path}
            label="Delegates"
            list={list}
            states={delegateStates}
            stateInWords={delegateStateWords}
            catalogue={catalogue}
            organisations={organisations}
          />
          <ListFrame
            path={path}
            what="delegates"
            list={list}
            total={total}
            isEmpty={items.length === 0}
            nothingYet="They are listed here from the moment on when somebody begins to book."
          >
            <DelegatesTable
              caption={`${plural(total, 'delegate')}, by name`}
              delegates={items}
              doubleBookings={doubleBookings}
            />
          </ListFrame>
        </ConferenceFrame>
      ),
    });
  }

  /** Those of the list at the same address, on all of its pages, with what they answered that is not private. */
  @Get('export.:format')
  async export(
    @Param('id') id: string,
    @Param('format') asked: string,
    @Query() query: ListQuery,
    @Res() reply: FastifyReply,
  ) {
    const format = sheetFormatOf(asked);
    const { title } = await this.conferences.read(id);
    const [{ questions }, { items }, answers] = await Promise.all([
      this.catalogues.of(id),
      this.delegates.list(id, { ...readDelegateList(query), page: 1 }, everyLine),
      this.answers.of(id),
    ]);
    return sendSheet(reply, delegatesSheet(`Delegates, ${title}`, items, questions, answers), format);
  }
}
