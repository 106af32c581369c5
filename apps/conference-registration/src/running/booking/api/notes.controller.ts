import { Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { DataSource } from 'typeorm';
import { actorOf, idempotently, instantOf, notKept, readJson, RunOnce } from '#platform';
import { FindBooking } from '../../../bookings/find-booking.js';
import { AddNote } from '../add-note.js';
import { BookingNoteRow } from '../booking-note.entity.js';
import { noteInput, type NoteOutput } from './note.schema.js';

/** Staff's notes on a booking, for programs of theirs. */
@Controller('api/v1/conference-registration/bookings/:key/notes')
export class NotesController {
  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    private readonly runOnce: RunOnce,
    private readonly find: FindBooking,
    private readonly addNote: AddNote,
  ) {}

  @Get()
  async list(@Param('key') key: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const { id: bookingId } = await this.find.forReading(actorOf(request), key);
    const notes = await this.dataSource.manager.find(BookingNoteRow, {
      where: { bookingId },
      order: { at: 'DESC', id: 'DESC' },
    });
    return reply.headers(notKept).send({ items: notes.map(noteJson) });
  }

  @Post()
  async add(@Param('key') key: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const { text } = readJson(request, noteInput);
    const { status, body } = await idempotently(this.dataSource, request, async (attempt) => {
      const actor = actorOf(request);
      const id = await this.runOnce.run(
        actor,
        attempt.id,
        {},
        async (manager) => (await this.addNote.run(manager, actor, key, text)).id,
      );
      const note = await this.dataSource.manager.findOneByOrFail(BookingNoteRow, { id });
      return { status: 201, body: noteJson(note) };
    });
    return reply.code(status).headers(notKept).send(body);
  }
}

const noteJson = ({ id, at, text, personName }: BookingNoteRow): NoteOutput => ({
  id,
  at: instantOf(at).toString(),
  text,
  by: personName,
});
