import { Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { z } from 'zod';
import { actorOf, notKept } from '#platform';
import { VisitAnswers } from '../../visits/api/visit-answers.js';
import { FindVisit } from '../../visits/find-visit.js';
import { PublishNote } from '../publish-note.js';
import { ReadNotes, type HandedInNote } from '../read-notes.js';
import { noteJson } from './note-json.js';
import type { handedInOutput } from './note.schema.js';

type Output = z.output<typeof handedInOutput>;

/** What travellers learned, for programs of staff and of everybody. */
@Controller('api/v1/study-visits/visits/:id')
export class NotesController {
  constructor(
    private readonly answers: VisitAnswers,
    private readonly visits: FindVisit,
    private readonly notes: ReadNotes,
    private readonly publishing: PublishNote,
  ) {}

  @Get('learning')
  async published(@Param('id') name: string, @Res() reply: FastifyReply) {
    const { id } = await this.visits.announced(name);
    return reply.headers(notKept).send({ items: await this.notes.published(id) });
  }

  @Get('learning-notes')
  async all(@Param('id') name: string, @Res() reply: FastifyReply) {
    const { id } = await this.visits.byIdOrSlug(name);
    const { handedIn, drafts } = await this.notes.of(id);
    return reply.headers(notKept).send({ items: handedIn.map(handedInJson), drafts });
  }

  @Post('learning-notes/:travellerId/publish')
  publish(
    @Param('id') name: string,
    @Param('travellerId') travellerId: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    return this.step(request, reply, name, (visitId) =>
      this.publishing.publish(actorOf(request), { visitId, travellerId, version: null }),
    );
  }

  @Post('learning-notes/:travellerId/take-off')
  takeOff(
    @Param('id') name: string,
    @Param('travellerId') travellerId: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    return this.step(request, reply, name, (visitId) =>
      this.publishing.takeOff(actorOf(request), { visitId, travellerId, version: null }),
    );
  }

  private async step(
    request: FastifyRequest,
    reply: FastifyReply,
    name: string,
    work: (visitId: string) => Promise<HandedInNote>,
  ) {
    const { id } = await this.visits.byIdOrSlug(name);
    return this.answers.postThing<Output>(request, reply, {
      status: 200,
      work: async () => handedInJson(await work(id)),
    });
  }
}

const handedInJson = ({ row, traveller }: HandedInNote): Output => ({
  ...noteJson(row),
  id: traveller.id,
  name: traveller.name,
  organisation: traveller.organisationName,
});
