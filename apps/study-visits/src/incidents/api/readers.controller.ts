import { Controller, Delete, Get, Param, Post, Put, Req, Res } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { DataSource } from 'typeorm';
import { actorOf, idempotently, instantOf, notKept, readJson } from '#platform';
import { FindVisit } from '../../visits/find-visit.js';
import { IncidentReaders } from '../incident-readers.js';
import { keepingInput, readerInput, type ReadersOutput } from './incident.schema.js';

/** Who may read what happened on a visit, and for how long it is kept, for programs of administrators. */
@Controller('api/v1/study-visits/visits/:id/incident-readers')
export class IncidentReadersController {
  constructor(
    private readonly visits: FindVisit,
    private readonly readers: IncidentReaders,
    @InjectDataSource() private readonly dataSource: DataSource,
  ) {}

  @Get()
  async list(@Param('id') id: string, @Res() reply: FastifyReply) {
    return reply.headers(notKept).send(await this.json(id));
  }

  @Post()
  async name(@Param('id') id: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const { email } = readJson(request, readerInput);
    const answer = await idempotently(this.dataSource, request, async () => {
      await this.readers.name(actorOf(request), id, email);
      return { status: 200, body: await this.json(id) };
    });
    return reply.code(answer.status).headers(notKept).send(answer.body);
  }

  @Put('keeping')
  async keep(@Param('id') id: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    await this.readers.keepFor(actorOf(request), id, readJson(request, keepingInput).keepYears);
    return reply.headers(notKept).send(await this.json(id));
  }

  @Delete(':personId')
  async takeOff(
    @Param('id') id: string,
    @Param('personId') personId: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    await this.readers.takeOff(actorOf(request), id, personId);
    return reply.code(204).headers(notKept).send();
  }

  private async json(id: string): Promise<ReadersOutput> {
    const visit = await this.visits.byId(id);
    return {
      items: (await this.readers.of(visit.id)).map(({ personId, personName, namedAt }) => ({
        personId,
        name: personName,
        namedAt: instantOf(namedAt).toString(),
      })),
      keepYears: await this.readers.keepYears(visit.id),
    };
  }
}
