import { Controller, Get, Param, Req, Res } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { DataSource } from 'typeorm';
import { actorOf, downloadHeaders, isStaff } from '#platform';
import { FindBooking } from '../../bookings/find-booking.js';
import { AnswerStore, noSuchFile } from '../../questions/answer-store.js';

/** Gives out a file that was handed in as an answer, to whoever has a right to the booking. */
@Controller('conference/bookings/:key/files/:file')
export class AnswerFilePage {
  constructor(
    private readonly findBooking: FindBooking,
    private readonly answers: AnswerStore,
    @InjectDataSource() private readonly dataSource: DataSource,
  ) {}

  @Get()
  async download(
    @Param('key') key: string,
    @Param('file') fileId: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const booking = await this.findBooking.forReading(actorOf(request), key);
    const { manager } = this.dataSource;
    const file = await this.answers.readFile(manager, booking.id, fileId);
    // Staff come from the page about who needs what, which records it.
    if (!isStaff(request.identity) && (await this.answers.isInConfidence(manager, file))) throw noSuchFile();
    const { name, mediaType, content } = file;
    return reply.headers(downloadHeaders({ fileName: name, type: mediaType })).send(content);
  }
}
