import { Body, Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { actorOf } from '#platform';
import { BackLink, Site, submittedValues, textIn } from '#ui';
import { managePath } from '../../exhibitions/addresses.js';
import { FindExhibition } from '../../exhibitions/find-exhibition.js';
import { afterwardsPath } from '../addresses.js';
import { KeepNotes } from '../notes/keep-notes.js';
import { ReadNotes } from '../notes/read-notes.js';
import { ReadLeftBehind } from '../summary/read-left-behind.js';
import { NotesView } from './notes.view.js';

/** What is to be carried to next year, and settling it. */
@Controller('stands/manage/:id/afterwards/notes')
export class NotesPage {
  constructor(
    private readonly site: Site,
    private readonly exhibitions: FindExhibition,
    private readonly notes: ReadNotes,
    private readonly leftBehind: ReadLeftBehind,
    private readonly keep: KeepNotes,
  ) {}

  @Get()
  async show(@Param('id') id: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const exhibition = await this.exhibitions.byId(id);
    const [notes, left] = await Promise.all([this.notes.of(id), this.leftBehind.of(id)]);
    return this.site.send(request, reply, {
      title: `For next year: ${exhibition.title}`,
      noIndex: true,
      before: <BackLink href={managePath}>Look after the stands</BackLink>,
      main: <NotesView exhibition={exhibition} notes={notes} left={left} />,
    });
  }

  @Post(':noteId/done')
  async mark(
    @Param('id') exhibitionId: string,
    @Param('noteId') id: string,
    @Body() body: unknown,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const isDone = textIn(submittedValues(body), 'done') !== 'no';
    await this.keep.mark(actorOf(request), { exhibitionId, id }, isDone);
    return this.site.redirect(reply, afterwardsPath(exhibitionId, 'notes'), {
      type: 'success',
      text: isDone
        ? 'The note is settled. Undo it under “Settled” if it was the wrong one.'
        : 'The note is open again.',
    });
  }
}
