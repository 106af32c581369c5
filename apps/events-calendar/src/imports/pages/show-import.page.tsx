import { Body, Controller, Get, Param, Post, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { answerProgress, ConfirmImport, importPage, rowsOnPage } from '#imports';
import { actorOf, EventStreams, Problem } from '#platform';
import { oneValue, Site, submittedValues, type OwnPage } from '#ui';
import { importPath, uploadPath } from '../addresses.js';
import type { CalendarImport, ImportEntity } from '../import.entity.js';
import { ImportsRepository } from '../imports.repository.js';
import { DoneView } from './outcome.view.js';
import { PreviewView } from './preview.view.js';
import { readChoice, type ShownRows } from './rows.view.js';

/** An import from its preview to its result: one page that shows how it stands. */
@Controller('calendar/manage/imports/:id')
export class ShowImportPage {
  constructor(
    private readonly site: Site,
    private readonly imports: ImportsRepository,
    private readonly confirmImport: ConfirmImport<ImportEntity>,
    private readonly streams: EventStreams,
  ) {}

  @Get()
  async show(
    @Param('id') id: string,
    @Query() query: Record<string, unknown>,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const found = await this.confirmImport.read(id);
    const shown = await this.rowsOf(found, query);
    return this.site.send(request, reply, pageOf(found, shown, null));
  }

  /** For the page's script. */
  @Get('progress')
  async progress(@Param('id') id: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    await answerProgress(this.streams, this.confirmImport, id, { request, reply });
  }

  @Post('confirm')
  async confirm(
    @Param('id') id: string,
    @Body() body: unknown,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const leaveOut = oneValue(submittedValues(body), 'leave-out') === 'yes';
    try {
      await this.confirmImport.run(actorOf(request), id, leaveOut);
    } catch (error) {
      if (!(error instanceof Problem) || error.code !== 'rows-have-problems') throw error;
      const found = await this.confirmImport.read(id);
      const page = pageOf(found, await this.rowsOf(found, {}), error.detail);
      return this.site.send(request, reply, page, 422);
    }
    return this.site.redirect(reply, importPath(id));
  }

  private async rowsOf(found: CalendarImport, query: Readonly<Record<string, unknown>>): Promise<ShownRows> {
    const { choice, page } = readChoice(query);
    return { choice, page, rows: await this.imports.rows(found.id, choice, page, rowsOnPage) };
  }
}

const pageOf = (of: CalendarImport, shown: ShownRows, error: string | null): OwnPage =>
  importPage({
    of,
    path: importPath(of.id),
    upload: { path: uploadPath, title: 'Import events' },
    keeper: 'the calendar',
    assets: '/calendar/assets/',
    preview: () => <PreviewView of={of} shown={shown} error={error} />,
    done: () => <DoneView of={of} shown={shown} />,
    hasErrors: error !== null,
  });
