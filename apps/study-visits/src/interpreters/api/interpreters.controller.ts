import { Controller, Delete, Get, Param, Post, Put, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { asPrecondition, notKept, readJson, requiredVersion, Transactions } from '#platform';
import { interpreterInput } from '../../hosts/api/host.schema.js';
import { apiPath } from '../../openapi/api-part.js';
import { VisitAnswers } from '../../visits/api/visit-answers.js';
import { KeepInterpreters } from '../keep-interpreters.js';
import { ReadInterpreters } from '../read-interpreters.js';

/** Those who interpret for visits, for programs of staff. */
@Controller('api/v1/study-visits/interpreters')
export class InterpretersController {
  constructor(
    private readonly answers: VisitAnswers,
    private readonly interpreters: ReadInterpreters,
    private readonly keep: KeepInterpreters,
    private readonly transactions: Transactions,
  ) {}

  @Get()
  async list(@Res() reply: FastifyReply) {
    return reply.headers(notKept).send({ items: await this.interpreters.all() });
  }

  @Post()
  add(@Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const { languages, ...sent } = readJson(request, interpreterInput);
    const input = { ...sent, languages: languages.join(',') };
    return this.answers.postThing(request, reply, {
      status: 201,
      location: ({ id }) => `${apiPath}/interpreters/${id}`,
      work: () => this.transactions.run((manager) => this.keep.add(manager, input)),
    });
  }

  @Get(':interpreterId')
  async show(@Param('interpreterId') id: string, @Res() reply: FastifyReply) {
    return this.answers.thing(reply, await this.interpreters.one(id));
  }

  @Put(':interpreterId')
  async change(
    @Param('interpreterId') id: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const version = requiredVersion(request);
    const { languages, ...sent } = readJson(request, interpreterInput);
    const input = { ...sent, languages: languages.join(',') };
    return this.answers.thing(reply, await asPrecondition(this.keep.edit({ id, version }, input)));
  }

  @Delete(':interpreterId')
  async remove(@Param('interpreterId') id: string, @Res() reply: FastifyReply) {
    await this.keep.remove(id);
    return reply.code(204).headers(notKept).send();
  }
}
