import { Controller, Get, Param, Req, Res } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { DataSource } from 'typeorm';
import { actorOf, downloadHeaders } from '#platform';
import { FindBooking } from '../../bookings/find-booking.js';
import { AnswerStore } from '../../questions/answer-store.js';

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
    const { name, mediaType, content } = await this.answers.readFile(
      this.dataSource.manager,
      booking.id,
      fileId,
    );
    return reply.headers(downloadHeaders({ fileName: name, type: mediaType })).send(content);
  }
}
