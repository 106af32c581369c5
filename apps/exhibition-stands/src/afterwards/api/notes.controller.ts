import { Controller, Delete, Get, Param, Post, Put, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { actorOf, asPrecondition, notKept, readJson, requiredVersion, Transactions } from '#platform';
import { ExhibitionAnswers } from '../../exhibitions/api/exhibition-answers.js';
import { FindExhibition } from '../../exhibitions/find-exhibition.js';
import { apiPath } from '../../openapi/api-part.js';
import { readTask } from '../../plans/api/plans-json.js';
import { taskInput } from '../../plans/api/plans.schema.js';
import { KeepNotes } from '../notes/keep-notes.js';
import { ReadNotes } from '../notes/read-notes.js';
import { noteJson } from './afterwards-json.js';
import { feedbackNoteInput, noteDoneInput, noteInput } from './afterwards.schema.js';

/** What is to be carried to next year, for programs of staff. */
@Controller('api/v1/exhibition-stands/exhibitions/:id/afterwards')
export class NotesController {
  constructor(
    private readonly answers: ExhibitionAnswers,
    private readonly exhibitions: FindExhibition,
    private readonly notes: ReadNotes,
    private readonly keep: KeepNotes,
    private readonly transactions: Transactions,
  ) {}

  @Get('notes')
  async list(@Param('id') key: string, @Res() reply: FastifyReply) {
    const { id } = await this.exhibitions.byIdOrSlug(key);
    return reply.headers(notKept).send({ items: (await this.notes.of(id)).map(noteJson) });
  }

  @Post('notes')
  async add(@Param('id') key: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const input = readJson(request, noteInput);
    const { id: exhibitionId } = await this.exhibitions.byIdOrSlug(key);
    return this.answers.postThing(request, reply, {
      status: 201,
      location: ({ id }) => `${apiPath}/exhibitions/${exhibitionId}/afterwards/notes/${id}`,
      work: () =>
        this.transactions.run(async (manager) =>
          noteJson(await this.keep.add(manager, actorOf(request), exhibitionId, input)),
        ),
    });
  }

  @Get('notes/:noteId')
  async show(@Param('id') key: string, @Param('noteId') id: string, @Res() reply: FastifyReply) {
    const { id: exhibitionId } = await this.exhibitions.byIdOrSlug(key);
    return this.answers.thing(reply, noteJson(await this.notes.one({ exhibitionId, id })));
  }

  @Put('notes/:noteId')
  async change(
    @Param('id') key: string,
    @Param('noteId') id: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const version = requiredVersion(request);
    const input = readJson(request, noteInput);
    const { id: exhibitionId } = await this.exhibitions.byIdOrSlug(key);
    const note = await asPrecondition(this.keep.edit(actorOf(request), { exhibitionId, id, version }, input));
    return this.answers.thing(reply, noteJson(note));
  }

  @Delete('notes/:noteId')
  async remove(
    @Param('id') key: string,
    @Param('noteId') id: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const { id: exhibitionId } = await this.exhibitions.byIdOrSlug(key);
    await this.keep.remove(actorOf(request), { exhibitionId, id, version: null });
    return reply.code(204).headers(notKept).send();
  }

  @Post('notes/:noteId/done')
  async mark(
    @Param('id') key: string,
    @Param('noteId') id: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const { isDone } = readJson(request, noteDoneInput);
    const { id: exhibitionId } = await this.exhibitions.byIdOrSlug(key);
    return this.answers.postThing(request, reply, {
      status: 200,
      work: async () => noteJson(await this.keep.mark(actorOf(request), { exhibitionId, id }, isDone)),
    });
  }

  @Post('notes/:noteId/task')
  async task(
    @Param('id') key: string,
    @Param('noteId') id: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const input = readTask(readJson(request, taskInput));
    const { id: exhibitionId } = await this.exhibitions.byIdOrSlug(key);
    return this.answers.postThing(request, reply, {
      status: 200,
      work: () =>
        this.transactions.run(async (manager) =>
          noteJson(await this.keep.makeTask(manager, actorOf(request), { exhibitionId, id }, input)),
        ),
    });
  }

  @Post('feedback/:feedbackId/notes')
  async ofFeedback(
    @Param('id') key: string,
    @Param('feedbackId') id: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const { part } = readJson(request, feedbackNoteInput);
    const { id: exhibitionId } = await this.exhibitions.byIdOrSlug(key);
    return this.answers.postThing(request, reply, {
      status: 200,
      work: async () => noteJson(await this.keep.ofFeedback(actorOf(request), { exhibitionId, id }, part)),
    });
  }
}
