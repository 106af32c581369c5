import { Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { actorOf } from '#platform';
import { BackLink, readVersion, Site, submittedValues, textIn } from '#ui';
import { managePath } from '../../visits/addresses.js';
import { FindVisit } from '../../visits/find-visit.js';
import { isProblem } from '../../visits/pages/visit-forms.js';
import { notesPath } from '../addresses.js';
import { PublishNote } from '../publish-note.js';
import { ReadNotes } from '../read-notes.js';
import { NotesView, NoteView } from './notes.view.js';

/** What travellers learned, as they handed it in; staff publish what its writer agreed to. */
@Controller('visits/manage/:id/learning-notes')
export class NotesPage {
  constructor(
    private readonly site: Site,
    private readonly visits: FindVisit,
    private readonly notes: ReadNotes,
    private readonly publish: PublishNote,
  ) {}

  @Get()
  async show(@Param('id') id: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const visit = await this.visits.byId(id);
    return this.site.send(request, reply, {
      title: `Learning notes: ${visit.title}`,
      noIndex: true,
      before: <BackLink href={managePath}>Look after the visits</BackLink>,
      main: <NotesView visit={visit} notes={await this.notes.of(id)} />,
    });
  }

  @Get(':travellerId')
  async read(
    @Param('id') id: string,
    @Param('travellerId') travellerId: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const visit = await this.visits.byId(id);
    const note = await this.notes.one(id, travellerId);
    return this.site.send(request, reply, {
      title: `${note.row.title}: ${visit.title}`,
      noIndex: true,
      before: <BackLink href={notesPath(id)}>Learning notes</BackLink>,
      main: <NoteView visit={visit} note={note} />,
    });
  }

  @Post(':travellerId')
  async decide(
    @Param('id') visitId: string,
    @Param('travellerId') travellerId: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const sent = submittedValues(request.body);
    const seen = { visitId, travellerId, version: readVersion(sent) ?? 0 };
    const path = notesPath(visitId, travellerId);
    try {
      if (textIn(sent, 'step') === 'take-off') {
        await this.publish.takeOff(actorOf(request), seen);
        return await this.site.redirect(reply, path, {
          type: 'success',
          text: 'It is off the visit’s page.',
        });
      }
      await this.publish.publish(actorOf(request), seen);
      return await this.site.redirect(reply, path, { type: 'success', text: 'It is on the visit’s page.' });
    } catch (error) {
      if (!isProblem(error, 409)) throw error;
      return this.site.redirect(reply, path, { type: 'important', text: error.detail });
    }
  }
}
